package io.eventwright.runtime.function;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.observe.BatchMetrics;
import io.eventwright.runtime.observe.Journal;
import io.eventwright.runtime.observe.LogLine;
import io.eventwright.runtime.order.Parking;
import io.eventwright.runtime.store.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks at what waits for its turn, and says of each worker how much, since when, and how much for
 * too long: a gap that nobody fills makes no noise of its own.
 *
 * @param runtime what is outside
 */
record ParkedWatch(SystemRuntime runtime) {
  private static final int NAMED = 20;

  /** What waits for one worker. */
  private static final class Waiting {
    private int all;
    private int overdue;
    private Instant oldest = Instant.MAX;
  }

  /** Does nothing in a system where no worker keeps a strict order. */
  void look() {
    if (runtime.settings().optional("EVENTWRIGHT_ORDER_TABLE") == null) {
      return;
    }
    Instant now = runtime.clock().instant();
    Instant limit = now.minus(runtime.settings().overdueAfter());
    Map<String, Waiting> workers = new TreeMap<>();
    try {
      runtime.parking().each(entry -> count(workers, entry, limit));
    } catch (RuntimeException e) {
      runtime.journal("relay").warn("what is parked could not be looked at", e);
      return;
    }
    workers.forEach((worker, waiting) -> tell(worker, waiting, now));
  }

  private void count(Map<String, Waiting> workers, Parking.Entry entry, Instant limit) {
    Waiting waiting = workers.computeIfAbsent(entry.consumer(), name -> new Waiting());
    waiting.all++;
    waiting.oldest = entry.at().isBefore(waiting.oldest) ? entry.at() : waiting.oldest;
    if (!entry.at().isAfter(limit) && ++waiting.overdue <= NAMED) {
      runtime
          .journal(entry.consumer())
          .print(
              new LogLine("WARN", "parked for too long")
                  .with("system", runtime.settings().system())
                  .with("consumer", entry.consumer())
                  .with("parked", entry.partition())
                  .with("sequence", entry.sequence())
                  .with("since", Timestamps.text(entry.at())));
    }
  }

  private void tell(String worker, Waiting waiting, Instant now) {
    BatchMetrics metrics = new BatchMetrics();
    metrics.add("ParkedNow", waiting.all);
    metrics.add("ParkedTooLong", waiting.overdue);
    metrics.add(
        "ParkedSeconds", (int) Math.max(0, Duration.between(waiting.oldest, now).toSeconds()));
    Journal journal = runtime.journal(worker);
    metrics.flush(journal, now.toEpochMilli());
  }
}
