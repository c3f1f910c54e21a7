package io.eventwright.generator.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How what a worker waits for reaches it. Which one it is never shows in the worker's Java. */
public sealed interface Channel {

  /** As it is written in {@code system.yaml}. */
  String word();

  /** How many at a time. */
  Batching batching();

  /** A standard queue: survives anything, in no order. */
  record Queue(Batching batching) implements Channel {
    @Override
    public String word() {
      return "queue";
    }
  }

  /**
   * A queue that hands out one event of a group at a time.
   *
   * @param by path of the group within the event's data
   */
  record Fifo(List<String> by, Batching batching) implements Channel {
    public Fifo {
      by = List.copyOf(by);
    }

    @Override
    public String word() {
      return "fifo";
    }
  }

  /**
   * A partitioned stream.
   *
   * @param by path of what is partitioned by, within the event's data
   * @param shards how many; null when the stream is to find out
   * @param parallel batches of one shard at the same time, 1 to 10
   * @param tumbling length of the windows that a worker folds; null for none
   */
  record Stream(
      List<String> by,
      @Nullable Integer shards,
      int parallel,
      @Nullable Duration tumbling,
      Batching batching)
      implements Channel {
    public Stream {
      by = List.copyOf(by);
    }

    @Override
    public String word() {
      return "stream";
    }
  }

  /** A queue behind a topic that many workers share. */
  record FanOut(Batching batching) implements Channel {
    @Override
    public String word() {
      return "fan-out";
    }
  }

  /**
   * Called at once, with nothing between that could hold a backlog.
   *
   * @param attempts of one event, the first included, 1 to 3
   * @param age after which an event is no longer tried
   */
  record Direct(int attempts, Duration age) implements Channel {
    @Override
    public String word() {
      return "direct";
    }

    @Override
    public Batching batching() {
      return Batching.DERIVED;
    }
  }

  /** The default. */
  static Channel queue() {
    return new Queue(Batching.DERIVED);
  }

  /**
   * How many events one invocation gets, and how many invocations run; null means derived.
   *
   * @param size events at most
   * @param window how long a batch is waited for
   * @param concurrency invocations at one time at most
   */
  record Batching(
      @Nullable Integer size, @Nullable Duration window, @Nullable Integer concurrency) {

    /** All derived. */
    public static final Batching DERIVED = new Batching(null, null, null);
  }
}
