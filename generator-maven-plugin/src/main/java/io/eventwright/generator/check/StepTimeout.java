package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.time.Duration;

/**
 * A step that is given up before its worker's function ends. Error: the function could still take
 * effect while the step is already compensated.
 */
final class StepTimeout implements Rule {

  @Override
  public String id() {
    return "step-timeout";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (SagaSource saga : system.source().sagas()) {
      saga.allSteps()
          .filter(SagaStep.Call.class::isInstance)
          .map(SagaStep.Call.class::cast)
          .forEach(call -> check(call, system, found));
    }
  }

  private void check(SagaStep.Call call, SystemUnderCheck system, Diagnostics found) {
    SagaStep.Callback callback = call.callback();
    Duration timeout = callback == null ? call.timeout() : callback.timeout();
    SagaWalk.worker(call.worker().value(), system)
        .filter(worker -> timeout != null && timeout.compareTo(worker.timeout()) <= 0)
        .ifPresent(
            worker ->
                found.error(
                    call.location(),
                    id(),
                    "Step "
                        + call.name()
                        + " is given up after "
                        + timeout.toSeconds()
                        + " s, and its worker's function may run for "
                        + worker.timeout().toSeconds()
                        + " s, and take effect after it was compensated. Give the step more time,"
                        + " or the worker less."));
  }
}
