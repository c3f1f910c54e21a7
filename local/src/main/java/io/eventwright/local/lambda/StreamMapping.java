package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.delivery.Destinations;
import io.eventwright.local.delivery.Pace;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.function.LogSink;
import io.eventwright.local.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Feeds a function from a table's stream: one shard, one batch at a time, in order; a failed batch
 * is tried again from its first failed record, halved if so declared, and abandoned at its limits.
 */
public final class StreamMapping implements EventSourceMapping, OrderedFeed.Records {

  private static final String SHARD = "shardId-00000000000000000000-00000000";

  private final MappingSettings settings;
  private final Workers workers;
  private final Pace pace;
  private final OrderedFeed feed;
  private final FailureNotice failures;
  private final BlockingQueue<ObjectNode> waiting = new LinkedBlockingQueue<>();

  /** Records that are accepted and neither done nor abandoned. */
  private final AtomicInteger open = new AtomicInteger();

  private volatile boolean enabled;
  private volatile boolean closed;

  /** Not started yet. */
  public StreamMapping(
      MappingSettings settings,
      LambdaFunctions functions,
      Destinations destinations,
      Workers workers,
      Pace pace,
      LogSink log) {
    this.settings = settings;
    this.workers = workers;
    this.pace = pace;
    this.feed = new OrderedFeed(settings, functions, pace, () -> closed, this);
    this.failures = new FailureNotice(settings, destinations, log);
    this.enabled = settings.enabled();
  }

  /** The stream has a new record. */
  public void accept(ObjectNode record) {
    if (settings.filter().passes(record)) {
      open.incrementAndGet();
      waiting.add(record);
    }
  }

  @Override
  public MappingSettings settings() {
    return settings;
  }

  @Override
  public void start() {
    workers.run(this::work);
  }

  @Override
  public boolean enabled() {
    return enabled;
  }

  @Override
  public void enable(boolean on) {
    enabled = on;
  }

  @Override
  public boolean busy() {
    return enabled && open.get() > 0;
  }

  private void work() {
    try {
      while (!closed) {
        if (!enabled) {
          Thread.sleep(50);
          continue;
        }
        List<ObjectNode> batch = gather();
        if (!batch.isEmpty()) {
          feed.feed(batch);
          open.addAndGet(-batch.size());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<ObjectNode> gather() throws InterruptedException {
    List<ObjectNode> batch = new ArrayList<>();
    ObjectNode first = waiting.poll(200, TimeUnit.MILLISECONDS);
    if (first == null) {
      return batch;
    }
    batch.add(first);
    long end = System.nanoTime() + pace.of(settings.window()).toNanos();
    waiting.drainTo(batch, settings.batchSize() - batch.size());
    while (batch.size() < settings.batchSize() && System.nanoTime() < end) {
      ObjectNode next = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next != null) {
        batch.add(next);
      }
    }
    return batch;
  }

  @Override
  public String sequence(ObjectNode record) {
    return record.path("dynamodb").path("SequenceNumber").asText();
  }

  @Override
  public Instant created(ObjectNode record) {
    return Instant.ofEpochSecond(
        record.path("dynamodb").path("ApproximateCreationDateTime").asLong());
  }

  @Override
  public ObjectNode event(List<ObjectNode> records) {
    ObjectNode event = Json.object();
    records.forEach(event.withArray("Records")::add);
    return event;
  }

  @Override
  public void abandon(List<ObjectNode> records, int attempts, String condition)
      throws InterruptedException {
    ObjectNode info = Json.object();
    info.put("shardId", SHARD).put("startSequenceNumber", sequence(records.get(0)));
    info.put("endSequenceNumber", sequence(records.get(records.size() - 1)));
    info.put("batchSize", records.size()).put("streamArn", settings.sourceArn());
    failures.send(condition, attempts, "DDBStreamBatchInfo", info, SHARD, event(records));
  }

  @Override
  public void close() {
    closed = true;
  }
}
