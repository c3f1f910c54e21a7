package io.eventwright.generator.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something outside that can fail.
 *
 * @param timeout of one call
 * @param attempts calls in one invocation, the first included
 * @param reconcile whether it can say what became of a call, and is asked before the next
 * @param secret the name or ARN of what calls it with; null for none
 * @param breaker when calls stop
 */
public record DependencyModel(
    String name,
    Duration timeout,
    int attempts,
    boolean reconcile,
    @Nullable String secret,
    Breaker breaker) {

  /** Calls in one invocation where nothing is said. */
  public static final int ATTEMPTS = 2;

  /**
   * @param failurePercent opens at this share of failed calls, 1 to 100
   * @param window among this many calls
   * @param open for how long calls stop before one probe goes through
   * @param permits probes that run at once
   */
  public record Breaker(int failurePercent, int window, Duration open, int permits) {}
}
