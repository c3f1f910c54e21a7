package io.eventwright.runtime.call;

import io.eventwright.runtime.breaker.Breaker;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.time.Deadline;
import java.time.Duration;

/** What is decided around a call; the same for the guard and for models of an outage. */
public final class CallRules {
  /**
   * For so long a failure while the breaker is not closed is the dependency's. Afterwards it may be
   * the messages themselves, when nothing but those that always fail is left to probe with.
   */
  private static final Duration NOT_THE_MESSAGE = Duration.ofHours(6);

  private CallRules() {}

  /**
   * Whether a call may begin: only one that has its whole time is known to have failed by itself
   * when it does not end within it.
   */
  public static boolean fits(DependencySettings settings, Deadline deadline) {
    return deadline.allows(settings.timeout().toMillis());
  }

  /**
   * Whether a call says nothing of its message, should it fail: it is a probe, or the breaker has
   * opened by the time that it ends. A message that is alone opens it with the last of its own
   * attempts; if that one counted, whoever still takes the breaker for closed would give it up.
   */
  public static boolean sparesMessage(Breaker breaker, Breaker.Admission admission) {
    return (admission.probe() != null || !breaker.closed())
        && breaker.downFor().compareTo(NOT_THE_MESSAGE) < 0;
  }
}
