package io.eventwright.runtime.guard;

import java.time.Duration;

/**
 * How a dependency is called.
 *
 * @param name as in {@code system.yaml}
 * @param timeout of one call; positive
 * @param attempts calls in one invocation, the first included; at least 1. Pauses between them have
 *     full jitter.
 * @param breaker when calls stop
 */
public record DependencySettings(
    String name, Duration timeout, int attempts, BreakerSettings breaker) {
  public DependencySettings {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout of " + name + " must be positive: " + timeout);
    }
    if (attempts < 1) {
      throw new IllegalArgumentException(
          "attempts of " + name + " must be at least 1: " + attempts);
    }
  }

  /** Two attempts, and the breaker's default. */
  public static DependencySettings of(String name, Duration timeout) {
    return new DependencySettings(name, timeout, 2, BreakerSettings.DEFAULT);
  }

  /** The same with another breaker. */
  public DependencySettings withBreaker(BreakerSettings other) {
    return new DependencySettings(name, timeout, attempts, other);
  }

  /** The same with another number of attempts. */
  public DependencySettings withAttempts(int other) {
    return new DependencySettings(name, timeout, other, breaker);
  }
}
