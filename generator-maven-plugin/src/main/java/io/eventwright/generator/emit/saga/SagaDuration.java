package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.saga.view.StateMachineView.EndView;
import io.eventwright.generator.emit.saga.view.StateMachineView.RetryView;
import io.eventwright.generator.emit.saga.view.StateMachineView.StepView;
import java.math.BigDecimal;

/**
 * How long a saga can take when everything goes wrong: an execution that its own time limit stops
 * is not compensated, so the limit lies well above that.
 */
final class SagaDuration {

  private static final long HOUR_SECONDS = 3600;
  // Lambda's own errors have a retrier of their own: six times, at most a minute apart.
  private static final long SERVICE_ERRORS_SECONDS = 6 * 60;
  private static final int SERVICE_ATTEMPTS = 6;

  private SagaDuration() {}

  /** The time limit in seconds: twice the worst case, in whole hours. */
  static long limitSeconds(SagaStates states) {
    long worst = HOUR_SECONDS / 2;
    for (StepView step : states.steps()) {
      worst += worst(step.timeoutSeconds(), step.retry());
    }
    for (EndView end : states.ends()) {
      worst += worst(end.timeoutSeconds(), end.retry());
    }
    long hours = (2 * worst + HOUR_SECONDS - 1) / HOUR_SECONDS;
    return hours * HOUR_SECONDS;
  }

  private static long worst(long timeoutSeconds, RetryView retry) {
    long total = (retry.times() + SERVICE_ATTEMPTS + 1) * timeoutSeconds + SERVICE_ERRORS_SECONDS;
    BigDecimal interval = BigDecimal.valueOf(retry.intervalSeconds());
    BigDecimal most = BigDecimal.valueOf(retry.maxDelaySeconds());
    for (int i = 0; i < retry.times(); i++) {
      total += interval.min(most).longValue() + 1;
      interval = interval.multiply(new BigDecimal(retry.backoff())).min(most);
    }
    return total;
  }
}
