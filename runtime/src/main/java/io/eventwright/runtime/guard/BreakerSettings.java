package io.eventwright.runtime.guard;

import java.time.Duration;

/**
 * When a breaker opens and when it tries again.
 *
 * @param failurePercent of the window's calls at which it opens, 1 to 100
 * @param window number of latest calls that are looked at, 1 to 1000; what is missing until it is
 *     full counts as succeeded
 * @param open how long no call is made before a probe
 * @param permits probes that run at the same time while half open, at least 1
 */
public record BreakerSettings(int failurePercent, int window, Duration open, int permits) {

  /** Half of the last 20 calls, half a minute, one probe. */
  public static final BreakerSettings DEFAULT =
      new BreakerSettings(50, 20, Duration.ofSeconds(30), 1);

  public BreakerSettings {
    if (failurePercent < 1 || failurePercent > 100) {
      throw new IllegalArgumentException("failures must be 1 to 100 %: " + failurePercent);
    }
    if (window < 1 || window > 1000) {
      throw new IllegalArgumentException("the window must be 1 to 1000 calls: " + window);
    }
    if (open.isNegative() || open.isZero()) {
      throw new IllegalArgumentException("open must be positive: " + open);
    }
    if (permits < 1) {
      throw new IllegalArgumentException("permits must be at least 1: " + permits);
    }
  }

  /** The same, open for another while. */
  public BreakerSettings staying(Duration other) {
    return new BreakerSettings(failurePercent, window, other, permits);
  }

  /** The same with another number of probes at a time. */
  public BreakerSettings permitting(int other) {
    return new BreakerSettings(failurePercent, window, open, other);
  }

  /** One probe at a time. */
  public static BreakerSettings of(int failurePercent, int window, Duration open) {
    return new BreakerSettings(failurePercent, window, open, 1);
  }
}
