package io.eventwright.runtime.function;

import io.eventwright.runtime.time.Deadline;

/**
 * How long an invocation is held that had to hand back what a breaker refused. Without it pollers
 * would take the whole queue in a minute, only to hide it: 50 of them hold what is in flight to 500
 * messages a second.
 */
public final class Hold {
  private static final long MILLIS_A_MESSAGE = 100;
  private static final int A_SECOND = 10;

  private Hold() {}

  /** Milliseconds for that many messages, and half of what is left at most. */
  public static long millis(int refused, long remainingMillis) {
    return Math.max(0, Math.min(refused * MILLIS_A_MESSAGE, remainingMillis / 2));
  }

  static void of(int refused, Deadline deadline) {
    sleep(millis(refused, deadline.remainingMillis()));
  }

  /**
   * The same of a shard, which Lambda gives again at once, from the record on that has to wait: a
   * second at least.
   */
  static void ofShard(int waiting, Deadline deadline) {
    sleep(millis(Math.max(waiting, A_SECOND), deadline.remainingMillis()));
  }

  private static void sleep(long millis) {
    if (millis == 0) {
      return;
    }
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
