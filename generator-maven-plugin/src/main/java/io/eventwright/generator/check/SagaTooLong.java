package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A saga whose waits alone may take longer than an execution may. Error: the service would stop it
 * half-way, without compensation.
 */
final class SagaTooLong implements Rule {

  /** A person has two months to look at what is parked. */
  private static final Duration PATIENCE = Duration.ofDays(60);

  /** A standard execution's year, without those. */
  private static final Duration MOST = Duration.ofDays(365).minus(PATIENCE);

  @Override
  public String id() {
    return "saga-too-long";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (SagaSource saga : system.source().sagas()) {
      Duration waits = new Waits(system, new HashSet<>()).of(saga.steps());
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

  /**
   * What steps wait for.
   *
   * @param system whose sagas may be within
   * @param seen names of those that were gone into; one that leads back is another rule's
   */
  private record Waits(SystemUnderCheck system, Set<String> seen) {

    Duration of(List<SagaStep> steps) {
      return steps.stream().map(this::of).reduce(Duration.ZERO, Duration::plus);
    }

    private Duration of(SagaStep step) {
      SagaStep.Callback callback = SagaModel.callback(step);
      if (callback != null) {
        return callback.timeout();
      }
      if (step instanceof SagaStep.Wait waits) {
        Duration duration = waits.duration();
        return duration == null ? Duration.ZERO : duration;
      }
      if (step instanceof SagaStep.Nested nested) {
        return within(nested.saga().value());
      }
      if (step instanceof SagaStep.Task task) {
        return task.timeout();
      }
      return step.inner().stream().map(this::of).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** A saga within may be parked as long as this one. */
    private Duration within(String name) {
      if (!seen.add(name)) {
        return Duration.ZERO;
      }
      Duration waits =
          system.source().sagas().stream()
              .filter(each -> each.name().value().equals(name))
              .findFirst()
              .map(each -> of(each.steps()).plus(PATIENCE))
              .orElse(Duration.ZERO);
      seen.remove(name);
      return waits;
    }
  }
}
