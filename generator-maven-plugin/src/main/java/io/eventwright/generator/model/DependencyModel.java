package io.eventwright.generator.model;

import java.time.Duration;

/**
 * Something outside that can fail.
 *
 * @param timeout of one call
 * @param breaker when calls stop
 */
public record DependencyModel(String name, Duration timeout, Breaker breaker) {

  /**
   * @param failurePercent opens at this share of failed calls, 1 to 100
   * @param window among this many calls
   * @param open for how long calls stop before one probe goes through
   */
  public record Breaker(int failurePercent, int window, Duration open) {}
}
