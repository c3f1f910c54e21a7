package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.HashSet;
import java.util.Set;

/**
 * A worker that is two steps of one saga. Error: a step is remembered by its name, so the second
 * would do nothing.
 */
final class RepeatedStep implements Rule {

  @Override
  public String id() {
    return "repeated-step";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (SagaSource saga : system.source().sagas()) {
      Set<String> seen = new HashSet<>();
      for (SagaSource.Step step : saga.steps()) {
        Located<String> undo = step.undo();
        if (!seen.add(step.worker().value())) {
          found.error(
              step.worker().location(),
              id(),
              "Saga "
                  + saga.name().value()
                  + " has the step "
                  + step.worker().value()
                  + " twice. Declare a second worker; it may share its code with the first.");
        } else if (undo != null && undo.value().equals(step.worker().value())) {
          found.error(
              undo.location(),
              id(),
              "Step "
                  + step.worker().value()
                  + " is its own undo, so doing and undoing it would be the same. Name another"
                  + " worker.");
        }
      }
    }
  }
}
