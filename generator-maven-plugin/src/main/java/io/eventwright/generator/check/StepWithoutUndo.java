package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Severity;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;

/**
 * A step whose effect cannot be compensated. Error, but a warning for the last one, which is
 * compensated only when it may have failed after its effect. After the point of no return nothing
 * is compensated.
 */
final class StepWithoutUndo implements Rule {

  @Override
  public String id() {
    return "step-without-undo";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (SagaSource saga : system.source().sagas()) {
      List<SagaStep> steps = saga.steps();
      for (int i = 0; i < steps.size(); i++) {
        if (steps.get(i) instanceof SagaStep.PointOfNoReturn) {
          break;
        }
        boolean last = i == steps.size() - 1 && steps.get(i).inner().isEmpty();
        SagaModel.all(List.of(steps.get(i)))
            .filter(step -> step.undo() == null && hasEffect(step, system))
            .forEach(step -> report(saga, step, last, found));
      }
    }
  }

  private void report(SagaSource saga, SagaStep step, boolean last, Diagnostics found) {
    found.add(
        new Diagnostic(
            step.location(),
            last ? Severity.WARNING : Severity.ERROR,
            id(),
            "Step "
                + step.name()
                + " of saga "
                + saga.name().value()
                + " has no undo, so "
                + (last
                    ? "when it fails after its effect, or takes too long, the effect stays."
                    : "when a later step fails, its effect stays.")
                + " Add { undo: a worker that compensates it }"
                + (last ? "." : ", or move it behind a point-of-no-return.")));
  }

  private static boolean hasEffect(SagaStep step, SystemUnderCheck system) {
    if (step instanceof SagaStep.Call call) {
      return system.source().workers().stream()
          .filter(worker -> worker.name().value().equals(call.worker().value()))
          .anyMatch(worker -> worker.changes() != null || !worker.uses().isEmpty());
    }
    return step instanceof SagaStep.Nested
        || step instanceof SagaStep.Publish
        || step instanceof SagaStep.Put
        || step instanceof SagaStep.Send
        || step instanceof SagaStep.Task;
  }
}
