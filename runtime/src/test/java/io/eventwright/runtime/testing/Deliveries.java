package io.eventwright.runtime.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A queue, as SQS is one: batches of ten to several instances at once, again until all is taken.
 */
public final class Deliveries {
  private static final int BATCH = 10;

  private final ConcurrentLinkedQueue<String> waiting = new ConcurrentLinkedQueue<>();
  private final int most;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger received = new AtomicInteger();

  /** Puts messages in. */
  public Deliveries(List<String> messages) {
    waiting.addAll(messages);
    open.set(messages.size());
    most = 1_000 + 50 * messages.size();
  }

  /** Delivers until every message is taken; each instance is used by one thread. */
  public void deliverTo(List<? extends RequestStreamHandler> instances) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(instances.size());
    try {
      List<Callable<Integer>> pollers = new ArrayList<>();
      for (RequestStreamHandler instance : instances) {
        pollers.add(() -> poll(instance));
      }
      for (Future<Integer> poller : threads.invokeAll(pollers)) {
        poller.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** How often a message was received. */
  public int received() {
    return received.get();
  }

  private int poll(RequestStreamHandler instance) throws InterruptedException {
    int batches = 0;
    while (open.get() > 0) {
      List<String> batch = new ArrayList<>();
      while (batch.size() < BATCH) {
        String next = waiting.poll();
        if (next == null) {
          break;
        }
        batch.add(next);
      }
      if (batch.isEmpty()) {
        // The last ones are with other instances, and may come back.
        Thread.sleep(5);
        continue;
      }
      List<String> again = undelivered(instance, batch);
      open.addAndGet(again.size() - batch.size());
      received.addAndGet(batch.size());
      waiting.addAll(again);
      batches++;
      if (received.get() > most) {
        throw new AssertionError("messages come again for ever");
      }
      if (!again.isEmpty()) {
        // Hidden for a moment, so that others get them too.
        Thread.sleep(5);
      }
    }
    return batches;
  }

  /** An invocation that fails whole leaves all of its messages. */
  private static List<String> undelivered(RequestStreamHandler instance, List<String> batch) {
    try {
      byte[] payload = Payloads.batch(batch.toArray(new String[0]));
      return Payloads.failures(instance, payload, TestContext.of(120_000)).stream()
          .map(id -> batch.get(Integer.parseInt(id.substring(2))))
          .toList();
    } catch (IOException | RuntimeException e) {
      return batch;
    }
  }
}
