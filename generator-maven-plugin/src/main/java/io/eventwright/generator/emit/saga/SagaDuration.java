package io.eventwright.generator.emit.saga;

import io.eventwright.generator.model.ExpressBudget;
import io.eventwright.generator.model.SagaRetry;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.WorkerModel;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a saga can take when everything goes wrong: an execution that its own time limit stops
 * is not compensated, so the limit lies well above that, and above what a person takes to look.
 */
final class SagaDuration {

  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Duration SHORTEST = Duration.ofDays(1);

  // Lambda's own errors have a retrier of their own: six times, at most a minute apart.
  private static final long SERVICE_ERRORS_SECONDS = 6 * 60;
  private static final int SERVICE_ATTEMPTS = 6;

  // An execution's history holds no more items, as the check of its events sees to.
  private static final int ITEMS = 1_400;

  private SagaDuration() {}

  /**
   * The time limit: twice the worst case and a person's patience, in whole hours; of an express
   * saga the service's own.
   */
  static Duration limit(Values values) {
    return values.saga().isExpress() ? ExpressBudget.LIMIT : limit(values, LONGEST);
  }

  /** How long after its start it may still wait until a time, and end before its limit. */
  static Duration latestWait(Values values) {
    Duration rest = LONGEST.minus(limit(values, Duration.ZERO));
    return rest.compareTo(SHORTEST) < 0 ? SHORTEST : rest;
  }

  private static Duration limit(Values values, Duration until) {
    long worst = worst(values, values.saga().steps(), until);
    long end = attempts(Pace.PATIENT.end(values.saga()).toSeconds(), Retries.PERSISTENT);
    Duration limit =
        Duration.ofHours((2 * (worst + end) + 3599) / 3600)
            .plus(ParkedStates.PATIENCE)
            .plus(within(values));
    return limit.compareTo(LONGEST) > 0 ? LONGEST : limit;
  }

  /** The sagas that it runs, one after the other, each to its own limit. */
  private static Duration within(Values values) {
    return values
        .saga()
        .allSteps()
        .filter(SagaStep.Nested.class::isInstance)
        .map(step -> limit(values.of(((SagaStep.Nested) step).saga().value())))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static long worst(Values values, List<SagaStep> steps, Duration until) {
    return steps.stream().mapToLong(step -> worst(values, step, until)).sum();
  }

  private static long worst(Values values, SagaStep step, Duration until) {
    return doing(values, step, until) + undoing(values, step.undo());
  }

  private static long doing(Values values, SagaStep step, Duration until) {
    if (step instanceof SagaStep.Call call) {
      SagaStep.Callback callback = call.callback();
      long once =
          callback == null
              ? TaskStates.timeout(call, values.worker(call.worker().value()), Pace.PATIENT)
                  .toSeconds()
              : callback.timeout().toSeconds();
      return callback == null
          ? call.retry().stream().mapToLong(retry -> attempts(once, retry)).sum()
          : once;
    }
    if (step instanceof SagaStep.Approval approval) {
      return approval.callback().timeout().toSeconds();
    }
    if (step instanceof SagaStep.Wait waits) {
      Duration duration = waits.duration();
      return (duration == null ? until : duration).toSeconds();
    }
    if (step instanceof SagaStep.Nested) {
      return attempts(0, SagaRetry.OWN_STORE);
    }
    if (step instanceof SagaStep.Task task) {
      return task.retry().stream()
          .mapToLong(retry -> attempts(task.timeout().toSeconds(), retry))
          .sum();
    }
    if (step instanceof SagaStep.Each each) {
      return Math.min(
          LONGEST.toSeconds(), worst(values, each.steps(), until) * (ITEMS / each.concurrency()));
    }
    return step.inner().stream().mapToLong(inner -> worst(values, inner, until)).max().orElse(600);
  }

  private static long undoing(Values values, SagaStep.@Nullable Named undo) {
    if (undo == null) {
      return 0;
    }
    WorkerModel worker = values.worker(undo.value());
    return attempts(
        worker.timeout().plus(Pace.PATIENT.besideFunction()).toSeconds(), Retries.PERSISTENT);
  }

  private static long attempts(long timeoutSeconds, SagaRetry retry) {
    long total = (retry.times() + SERVICE_ATTEMPTS + 1) * timeoutSeconds + SERVICE_ERRORS_SECONDS;
    double interval = retry.interval().toSeconds();
    for (int i = 0; i < retry.times(); i++) {
      total += (long) Math.min(interval, retry.cap().toSeconds()) + 1;
      interval = Math.min(interval * retry.backoff(), retry.cap().toSeconds());
    }
    return total;
  }
}
