package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Two steps of one saga with one name, or a step that is its own undo. Error: a step is remembered
 * by its name, so the second would do nothing.
 */
final class RepeatedStep implements Rule {

  @Override
  public String id() {
    return "repeated-step";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (SagaSource saga : system.source().sagas()) {
      Set<String> seen =
          new HashSet<>(List.of(SagaPath.EVENT, SagaPath.EXECUTION, SagaPath.CALLBACK));
      for (SagaStep step : SagaModel.all(saga.steps()).toList()) {
        if (step instanceof SagaStep.PointOfNoReturn) {
          continue;
        }
        claim(saga, step.name(), step, seen, found);
        if (step instanceof SagaStep.Each each) {
          claim(saga, each.item(), step, seen, found);
        }
        SagaStep.Named undo = step.undo();
        if (undo != null
            && step instanceof SagaStep.Call call
            && undo.value().equals(call.worker().value())) {
          found.error(
              undo.location(),
              id(),
              "Step "
                  + step.name()
                  + " is its own undo, so doing and undoing it would be the same. Name another"
                  + " worker.");
        }
      }
    }
  }

  private void claim(
      SagaSource saga, String name, SagaStep step, Set<String> seen, Diagnostics found) {
    if (!seen.add(name)) {
      found.error(
          step.location(),
          id(),
          "Saga "
              + saga.name().value()
              + " has the name "
              + name
              + " twice; steps and items of a map have one name each, and event, execution and"
              + " callback are taken. Give the second another one, such as "
              + name
              + "-again: { worker: "
              + name
              + " }.");
    }
  }
}
