package io.eventwright.runtime.time;

/**
 * Pauses between tries, with full jitter: each is drawn evenly from zero to a bound that doubles.
 *
 * @param baseMillis the first bound
 * @param capMillis no bound is larger
 */
public record Backoff(long baseMillis, long capMillis) {

  /** For conflicts within one table: 20 ms, doubling up to a second. */
  public static final Backoff CONFLICT = new Backoff(20, 1_000);

  /** The pause before a try, in milliseconds. */
  public long pauseMillis(int tryNumber) {
    long bound = Math.min(capMillis, baseMillis << Math.min(tryNumber, 20));
    return Randomness.source().nextLong(bound + 1);
  }

  /**
   * Waits before a try, if the deadline leaves time for it and for as much again.
   *
   * @return false when there is no time left, without having waited
   */
  public boolean pause(int tryNumber, Deadline deadline) {
    long millis = pauseMillis(tryNumber);
    if (!deadline.allows(2 * millis + 1)) {
      return false;
    }
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
