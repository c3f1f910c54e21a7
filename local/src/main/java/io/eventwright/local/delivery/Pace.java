package io.eventwright.local.delivery;

import java.time.Duration;

/**
 * How much sooner than on AWS waiting ends: retries, redeliveries, schedules and waits. Time-outs
 * that guard running code are never shortened.
 *
 * @param factor 1 for AWS's own times, 60 for a minute in a second
 */
public record Pace(double factor) {

  /** Refuses a factor below 1. */
  public Pace {
    if (!(factor >= 1)) {
      throw new IllegalArgumentException("the speed must be 1 or more, not " + factor);
    }
  }

  /** How long that takes here. */
  public Duration of(Duration onAws) {
    return Duration.ofNanos((long) (onAws.toNanos() / factor));
  }

  /** That many seconds, as whole seconds rounded up, since queues know no less. */
  public int seconds(int onAws) {
    return (int) Math.ceil(onAws / factor);
  }
}
