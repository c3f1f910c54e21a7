package io.eventwright.runtime.function;

import io.eventwright.runtime.guard.DependencySettings;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long a message is hidden that is handed back: drawn at random, so that not all come at once,
 * and never so short that handing back uses up the queue's receives within its retention.
 *
 * @param open how long the worker's breakers stay open, at most
 */
public record HandBackDelay(Duration open) {
  private static final int LEAST_SECONDS = 2;

  /** A breaker may stay open for an hour; a pause is what keeps messages away for so long. */
  private static final int MOST_SECONDS = 60;

  /** 500 receives of 10 to 20 minutes are more than the four days that a queue keeps a message. */
  private static final int MANY_RECEIVES = 500;

  private static final int LONG_SECONDS = 900;

  /** By the longest of those breakers; null for none. */
  static @Nullable HandBackDelay of(List<DependencySettings> dependencies) {
    return dependencies.stream()
        .map(each -> each.breaker().open())
        .max(Duration::compareTo)
        .map(HandBackDelay::new)
        .orElse(null);
  }

  /** Seconds for a message that was not tried, since a breaker is open. */
  public int refused(int receives, RandomGenerator random) {
    int around = receives > MANY_RECEIVES ? LONG_SECONDS : seconds();
    return random.nextInt(around / 2, around * 3 / 2 + 1);
  }

  /**
   * Seconds for a message whose call failed: with full jitter, up to twice as long after each
   * attempt.
   *
   * @param attempt from 1; 0 for one that is not counted
   */
  public int failed(int attempt, RandomGenerator random) {
    return random.nextInt(doubled(attempt) + 1);
  }

  /**
   * Seconds for which an event rests that its source would bring again at once: half of them
   * certain, so that an outage of minutes does not use up its attempts.
   *
   * @param attempt from 1
   */
  int rest(int attempt, RandomGenerator random) {
    int most = doubled(attempt);
    return random.nextInt(most / 2, most + 1);
  }

  private int doubled(int attempt) {
    return Math.min(LONG_SECONDS, seconds() << Math.min(8, Math.max(0, attempt - 1)));
  }

  private int seconds() {
    return (int) Math.max(LEAST_SECONDS, Math.min(MOST_SECONDS, open.toSeconds()));
  }
}
