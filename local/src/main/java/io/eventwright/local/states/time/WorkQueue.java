package io.eventwright.local.states.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Work by time, then by the order of asking. Not safe under threads by itself. */
final class WorkQueue {
  private static final System.Logger LOG = System.getLogger(WorkQueue.class.getName());

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::time).thenComparingLong(Entry::number));
  private long asked;

  /** Runs work on a thread of the line's own, which must go on whatever happens. */
  static void runGuarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError failure) {
      LOG.log(System.Logger.Level.ERROR, "work on the timeline failed", failure);
    }
  }

  Entry add(Instant time, Runnable work) {
    Entry entry = new Entry(time, asked++, work);
    entries.add(entry);
    return entry;
  }

  @Nullable Entry peek() {
    while (!entries.isEmpty() && entries.element().cancelled) {
      entries.remove();
    }
    return entries.peek();
  }

  @Nullable Runnable pollDue(Instant now) {
    Entry first = peek();
    if (first == null || first.time.isAfter(now)) {
      return null;
    }
    entries.remove();
    return first.work;
  }

  static final class Entry implements Timeline.Timer {
    private final Instant time;
    private final long number;
    private final Runnable work;
    private volatile boolean cancelled;

    Entry(Instant time, long number, Runnable work) {
      this.time = time;
      this.number = number;
      this.work = work;
    }

    Instant time() {
      return time;
    }

    long number() {
      return number;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }
}
