package io.eventwright.generator.emit.saga;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.Emitter;
import io.eventwright.generator.emit.saga.view.StateMachineView;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.render.TemplateRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Each saga's state machine, {@code <saga>.asl.json}.
 *
 * @param renderer the templates
 */
public record SagaEmitter(TemplateRenderer renderer) implements Emitter {

  private static final String TEMPLATE = "saga/state-machine.asl.json.vm";

  @Override
  public Checked<List<GeneratedFile>> emit(EventSystem system) {
    Diagnostics found = new Diagnostics();
    List<GeneratedFile> files = new ArrayList<>();
    for (SagaModel saga : system.sagas()) {
      Checked<String> text = found.take(renderer.renderJson(TEMPLATE, view(system, saga)));
      if (text.valueOrNull() != null) {
        files.add(GeneratedFile.ofText(saga.name() + ".asl.json", text.value()));
      }
    }
    return found.hasErrors() ? Checked.failed(found) : Checked.of(files, found);
  }

  /** The states of a saga as they are emitted, by name and in order. */
  public static Map<String, Object> states(EventSystem system, SagaModel saga) {
    return Machine.of(system, saga).states();
  }

  private static StateMachineView view(EventSystem system, SagaModel saga) {
    Machine machine = Machine.of(system, saga);
    String steps = saga.steps().stream().map(SagaStep::name).collect(Collectors.joining(", then "));
    return new StateMachineView(
        "Saga " + saga.name() + " of " + system.name() + ": " + steps + ".",
        machine.language().word(),
        SagaDuration.limit(machine.values()).toSeconds(),
        machine.first(),
        machine.states().entrySet().stream()
            .map(
                state ->
                    new StateMachineView.StateView(state.getKey(), JsonTree.text(state.getValue())))
            .toList());
  }
}
