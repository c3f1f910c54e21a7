package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One shard of a table's stream as a mapping reads it: one batch at a time, in order. */
final class TableShard {

  private final StreamMapping mapping;
  private final OrderedFeed feed;
  private final BlockingQueue<ObjectNode> waiting = new LinkedBlockingQueue<>();

  /** Records that are accepted, or read again, and neither done nor abandoned. */
  private final AtomicInteger open = new AtomicInteger();

  /** What was done last, for as long as the same mishaps last. */
  private final Deque<ObjectNode> done = new ArrayDeque<>();

  private List<ObjectNode> again = new ArrayList<>();
  private StreamMishaps known = StreamMishaps.NONE;

  TableShard(StreamMapping mapping, OrderedFeed feed) {
    this.mapping = mapping;
    this.feed = feed;
  }

  void accept(ObjectNode record) {
    open.incrementAndGet();
    waiting.add(record);
  }

  boolean busy() {
    return open.get() > 0;
  }

  void run() {
    try {
      while (!mapping.isClosed()) {
        if (!mapping.enabled()) {
          Thread.sleep(50);
          continue;
        }
        turn(mapping.mishaps());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn(StreamMishaps mishaps) throws InterruptedException {
    if (mishaps != known) {
      known = mishaps;
      done.clear();
    }
    List<ObjectNode> batch = gather(mishaps);
    if (batch.isEmpty()) {
      return;
    }
    while (!mapping.enabled() && !mapping.isClosed()) {
      Thread.sleep(50); // turned off while it waited for records: they wait, too
    }
    int taken = batch.size();
    lose(batch, mishaps);
    if (!batch.isEmpty()) {
      feed.feed(batch);
    }
    if (mishaps != StreamMishaps.NONE) {
      fallBack(batch, mishaps);
    }
    open.addAndGet(again.size() - taken);
  }

  private void lose(List<ObjectNode> batch, StreamMishaps mishaps) throws InterruptedException {
    MappingSettings settings = mapping.settings();
    for (ObjectNode record : List.copyOf(batch)) {
      if (mishaps.loses(settings.function().logicalId())) {
        batch.remove(record);
        mapping.abandon(
            List.of(record), Math.max(settings.retries(), 0) + 1, "RetryAttemptsExhausted");
      }
    }
  }

  private void fallBack(List<ObjectNode> batch, StreamMishaps mishaps) {
    done.addAll(batch);
    while (done.size() > StreamMishaps.REMEMBERED) {
      done.poll();
    }
    int most = Math.min(done.size(), mapping.settings().batchSize());
    for (int back = mishaps.again(most); back > 0; back--) {
      again.add(0, done.removeLast());
    }
  }

  private List<ObjectNode> gather(StreamMishaps mishaps) throws InterruptedException {
    List<ObjectNode> batch = again;
    again = new ArrayList<>();
    if (batch.isEmpty()) {
      ObjectNode first = waiting.poll(200, TimeUnit.MILLISECONDS);
      if (first == null) {
        return batch;
      }
      Thread.sleep(mishaps.late().toMillis());
      batch.add(first);
    }
    MappingSettings settings = mapping.settings();
    int size = mishaps.batch(settings.batchSize());
    long end = System.nanoTime() + mapping.pace().of(settings.window()).toNanos();
    if (batch.size() < size) {
      waiting.drainTo(batch, size - batch.size());
    }
    while (batch.size() < size && System.nanoTime() < end) {
      ObjectNode next = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next != null) {
        batch.add(next);
      }
    }
    if (size < settings.batchSize() && batch.size() >= size && !waiting.isEmpty()) {
      mishaps.cut();
    }
    return batch;
  }
}
