package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong on the way from streams to functions, no worse than the services allow: order is
 * kept within a shard, every record comes at least once, in batches of any size. A mapping asks at
 * each turn.
 */
public final class StreamMishaps {

  /** Nothing goes wrong. */
  public static final StreamMishaps NONE = new StreamMishaps(null, 0, Set.of());

  /** Over so many shards a table's items are spread; undisturbed it has one. */
  static final int SHARDS = 4;

  /** So many records, or batches, are remembered to be read again. */
  static final int REMEMBERED = 20;

  private static final int ONE_BATCH_IN = 4;
  private static final int ONE_RECORD_IN = 8;
  private static final int LATEST_MILLIS = 100;

  /** What can go wrong. */
  public enum Mishap {
    /** A record comes by another shard than the one before it, whose order it does not share. */
    APART,
    /** A batch has fewer records than there are and it might have. */
    CUT,
    /** The checkpoint falls back: what was done is read again. */
    DOUBLED,
    /** A shard is not read for a while, others are. */
    LATE,
    /** A record is abandoned as though its retries were over. */
    LOST
  }

  private final @Nullable Random random;
  private final long seed;
  private final Set<String> losing;
  private final Map<Mishap, Integer> met = new EnumMap<>(Mishap.class);
  private int latest;

  private StreamMishaps(@Nullable Random random, long seed, Set<String> losing) {
    this.random = random;
    this.seed = seed;
    this.losing = Set.copyOf(losing);
  }

  /**
   * Mishaps by chance.
   *
   * @param losing logical ids of the functions whose tables' streams lose records as well
   */
  public static StreamMishaps of(long seed, Set<String> losing) {
    return new StreamMishaps(new Random(seed), seed, losing);
  }

  /** How often each came to pass. */
  public synchronized Map<Mishap, Integer> met() {
    return new EnumMap<>(met);
  }

  /** By which shard of its table's stream an item's records come: always the same. */
  synchronized int shard(JsonNode keys) {
    if (random == null) {
      return 0;
    }
    int shard = Math.floorMod(new Random(seed ^ keys.toString().hashCode()).nextInt(), SHARDS);
    if (shard != latest) {
      note(Mishap.APART);
    }
    latest = shard;
    return shard;
  }

  /** How many of the records that are there come with the next batch: one at least. */
  synchronized int batch(int most) {
    if (random == null) {
      return most;
    }
    return 1 + random.nextInt(1 + random.nextInt(most));
  }

  /** A batch has that many records, of more that were there. */
  void cut() {
    note(Mishap.CUT);
  }

  /** By how many of the last so many the checkpoint falls back; mostly by none. */
  synchronized int again(int most) {
    if (random == null || most == 0 || random.nextInt(ONE_BATCH_IN) > 0) {
      return 0;
    }
    note(Mishap.DOUBLED);
    return 1 + random.nextInt(most);
  }

  /** For how long a shard is not read; mostly not at all. */
  synchronized Duration late() {
    if (random == null || random.nextInt(ONE_BATCH_IN) > 0) {
      return Duration.ZERO;
    }
    note(Mishap.LATE);
    return Duration.ofMillis(1 + random.nextInt(LATEST_MILLIS));
  }

  /** Whether the next record for a function is lost. */
  synchronized boolean loses(String function) {
    if (random == null || !losing.contains(function) || random.nextInt(ONE_RECORD_IN) > 0) {
      return false;
    }
    note(Mishap.LOST);
    return true;
  }

  private synchronized void note(Mishap mishap) {
    met.merge(mishap, 1, Integer::sum);
  }
}
