package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Severity;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;

/**
 * A step whose effect cannot be compensated. Error, but a warning for the last one, which is
 * compensated only when it may have failed after its effect.
 */
final class StepWithoutUndo implements Rule {

  @Override
  public String id() {
    return "step-without-undo";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (SagaSource saga : system.source().sagas()) {
      for (SagaSource.Step step : saga.steps()) {
        if (step.undo() == null && hasEffect(step.worker().value(), system)) {
          boolean last = step.equals(saga.steps().get(saga.steps().size() - 1));
          found.add(
              new Diagnostic(
                  step.worker().location(),
                  last ? Severity.WARNING : Severity.ERROR,
                  id(),
                  "Step "
                      + step.worker().value()
                      + " of saga "
                      + saga.name().value()
                      + " has no undo, so "
                      + (last
                          ? "when it fails after its effect, or takes too long, the effect stays."
                          : "when a later step fails, its effect stays.")
                      + " Add { undo: a worker that compensates it }."));
        }
      }
    }
  }

  private static boolean hasEffect(String name, SystemUnderCheck system) {
    return system.source().workers().stream()
        .filter(worker -> worker.name().value().equals(name))
        .anyMatch(worker -> worker.changes() != null || !worker.uses().isEmpty());
  }
}
