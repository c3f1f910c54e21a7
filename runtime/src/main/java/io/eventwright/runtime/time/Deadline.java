package io.eventwright.runtime.time;

import java.util.concurrent.TimeUnit;

/** When the invocation ends, whatever it is doing. */
@FunctionalInterface
public interface Deadline {

  /** What is left, in milliseconds; may be 0 or below. */
  long remainingMillis();

  /** Whether that much time is left. */
  default boolean allows(long millis) {
    return remainingMillis() >= millis;
  }

  /** The same with some time kept back for the way home. */
  default Deadline keeping(long millis) {
    return () -> remainingMillis() - millis;
  }

  /** From now on, by the monotonic clock. */
  static Deadline in(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    return () -> TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
  }
}
