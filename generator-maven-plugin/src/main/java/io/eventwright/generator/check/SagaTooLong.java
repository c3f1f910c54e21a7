package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.time.Duration;
import java.util.List;

/**
 * A saga whose waits alone may take longer than an execution may. Error: the service would stop it
 * half-way, without compensation.
 */
final class SagaTooLong implements Rule {

  /** A standard execution's year, without two months for a person to look at what is parked. */
  private static final Duration MOST = Duration.ofDays(365 - 60);

  @Override
  public String id() {
    return "saga-too-long";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (SagaSource saga : system.source().sagas()) {
      Duration waits = waits(saga.steps());
      if (waits.compareTo(MOST) > 0) {
        found.error(
            saga.name().location(),
            id(),
            "Saga "
                + saga.name().value()
                + " may wait for "
                + waits.toDays()
                + " days, and an execution may take "
                + MOST.toDays()
                + ", with time for a person to look at what is parked. Let an event end it and"
                + " another begin the next saga.");
      }
    }
  }

  private static Duration waits(List<SagaStep> steps) {
    return steps.stream().map(SagaTooLong::waits).reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration waits(SagaStep step) {
    SagaStep.Callback callback = SagaModel.callback(step);
    if (callback != null) {
      return callback.timeout();
    }
    if (step instanceof SagaStep.Wait waits) {
      Duration duration = waits.duration();
      return duration == null ? Duration.ZERO : duration;
    }
    if (step instanceof SagaStep.Nested nested) {
      return nested.timeout();
    }
    if (step instanceof SagaStep.Task task) {
      return task.timeout();
    }
    return step.inner().stream()
        .map(SagaTooLong::waits)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
