package io.eventwright.local.junit;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Streams that go wrong, until this is closed or the cloud is reset. What the services promise is
 * kept: order per key, and in a table's stream per item; every record at least once; what failed is
 * tried again and halved as the template says.
 *
 * <p>Each number is of records or batches since it began: a test in which nothing went wrong shows
 * nothing.
 */
public final class DisturbedStreams implements AutoCloseable {
  private final Runnable calming;
  private final Supplier<Map<String, Integer>> counts;
  private final Runnable waiting;

  @SuppressWarnings("unchecked") // the control gives these
  DisturbedStreams(List<?> made, Runnable waiting) {
    this.calming = (Runnable) made.get(0);
    this.counts = (Supplier<Map<String, Integer>>) made.get(1);
    this.waiting = waiting;
  }

  /** Records of a table that came by another of its stream's four shards than the one before. */
  public int shuffled() {
    return count("APART");
  }

  /** Batches that had fewer records than were there and they might have had. */
  public int cut() {
    return count("CUT");
  }

  /** How often a shard's checkpoint fell back, so that up to twenty records came again. */
  public int doubled() {
    return count("DOUBLED");
  }

  /** How often a shard was not read for a while, and others were. */
  public int late() {
    return count("LATE");
  }

  /** Records that were abandoned, and told to the mapping's destination if it has one. */
  public int lost() {
    return count("LOST");
  }

  private int count(String mishap) {
    return counts.get().getOrDefault(mishap, 0);
  }

  /** Waits until nothing is under way, then lets nothing go wrong any more. */
  @Override
  public void close() {
    waiting.run();
    calming.run();
  }
}
