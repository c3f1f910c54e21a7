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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Each saga as a picture, {@code <saga>.svg}: the way forward, and the way back. Of one with very
 * many states what is within its blocks is left out; if that is not enough it has none.
 *
 * @param renderer the templates
 */
public record DiagramEmitter(TemplateRenderer renderer) implements Emitter {

  /** A picture of more is none; placing them takes seconds, too. */
  private static final int MOST_STATES = 60;

  private static final String TEMPLATE = "saga/diagram.svg.vm";

  @Override
  public Checked<List<GeneratedFile>> emit(EventSystem system) {
    Diagnostics found = new Diagnostics();
    List<GeneratedFile> files = new ArrayList<>();
    for (SagaModel saga : system.sagas()) {
      Map<String, Object> states = SagaEmitter.states(system, saga);
      SagaGraph graph = SagaGraph.of(states);
      if (graph.nodes().size() > MOST_STATES) {
        graph = SagaGraph.outlineOf(states);
      }
      String text =
          graph.nodes().size() > MOST_STATES
              ? undrawn(saga, "has more than " + MOST_STATES + " states outside its blocks", found)
              : drawn(saga, "Saga " + saga.name() + " of " + system.name(), graph, found);
      if (text != null) {
        files.add(GeneratedFile.ofText(saga.name() + ".svg", text));
      }
    }
    return found.hasErrors() ? Checked.failed(found) : Checked.of(files, found);
  }

  private @Nullable String drawn(SagaModel saga, String title, SagaGraph graph, Diagnostics found) {
    GraphLayout layout;
    try {
      layout = new GraphLayout(graph);
    } catch (IllegalStateException e) {
      // A system is generated whole, with a picture or without.
      return undrawn(saga, "could not be laid out: " + e.getCause(), found);
    }
    DiagramView view =
        new DiagramView(
            Xml.text(title), layout.width(), layout.height(), layout.boxes(), layout.lines());
    return found.take(renderer.render(TEMPLATE, view)).valueOrNull();
  }

  private static @Nullable String undrawn(SagaModel saga, String why, Diagnostics found) {
    found.warning(
        saga.location(),
        "no-diagram",
        "Saga %s %s, so there is no picture of it; nothing else is missing."
            .formatted(saga.name(), why));
    return null;
  }
}
