package io.eventwright.generator.emit.saga.diagram;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.Emitter;
import io.eventwright.generator.emit.saga.SagaEmitter;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.render.TemplateRenderer;
import java.util.ArrayList;
import java.util.List;

/**
 * Each saga as a picture, {@code <saga>.svg}: the way forward, and the way back. One of more than a
 * hundred states has none.
 *
 * @param renderer the templates
 */
public record DiagramEmitter(TemplateRenderer renderer) implements Emitter {

  /** A picture of more is none; placing them takes long, too. */
  private static final int MOST_STATES = 100;

  private static final String TEMPLATE = "saga/diagram.svg.vm";

  @Override
  public Checked<List<GeneratedFile>> emit(EventSystem system) {
    Diagnostics found = new Diagnostics();
    List<GeneratedFile> files = new ArrayList<>();
    for (SagaModel saga : system.sagas()) {
      SagaGraph graph = SagaGraph.of(SagaEmitter.states(system, saga));
      if (graph.nodes().size() > MOST_STATES) {
        continue;
      }
      GraphLayout layout = new GraphLayout(graph);
      DiagramView view =
          new DiagramView(
              Xml.text("Saga " + saga.name() + " of " + system.name()),
              layout.width(),
              layout.height(),
              layout.boxes(),
              layout.lines());
      Checked<String> text = found.take(renderer.render(TEMPLATE, view));
      if (text.valueOrNull() != null) {
        files.add(GeneratedFile.ofText(saga.name() + ".svg", text.value()));
      }
    }
    return found.hasErrors() ? Checked.failed(found) : Checked.of(files, found);
  }
}
