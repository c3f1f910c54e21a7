package io.eventwright.generator.check;

import io.eventwright.generator.model.ExpressBudget;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.time.Duration;
import java.util.Map;

/** What an express saga takes at the most, by its workers' time-outs and its lists' sizes. */
final class ExpressTimes {

  private ExpressTimes() {}

  /** A worker that is not declared takes no time: another rule tells of it. */
  static ExpressBudget.Worst worst(SagaSource saga, SystemUnderCheck system) {
    Map<SagaPath, Long> items = ListSizes.of(saga, system);
    return new ExpressBudget(
            worker ->
                SagaWalk.worker(worker, system).map(WorkerSource::timeout).orElse(Duration.ZERO),
            worker ->
                SagaWalk.worker(worker, system).filter(it -> !it.uses().isEmpty()).isPresent(),
            list -> items.getOrDefault(list, 0L))
        .worst(saga.steps());
  }

  /** Whether that is more than its service gives it. */
  static boolean tooLong(ExpressBudget.Worst worst) {
    return worst.total().compareTo(ExpressBudget.LIMIT) >= 0;
  }
}
