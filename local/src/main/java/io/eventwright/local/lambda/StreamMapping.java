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
import java.util.function.Supplier;

/**
 * Feeds a function from a table's stream: one shard, or several while mishaps are asked for, each
 * one batch at a time and in order; a failed batch is tried again from its first failed record,
 * halved if so declared, and abandoned at its limits.
 */
public final class StreamMapping implements EventSourceMapping, OrderedFeed.Records {

  private static final String SHARD = "shardId-00000000000000000000-00000000";

  private final MappingSettings settings;
  private final Workers workers;
  private final Pace pace;
  private final Supplier<StreamMishaps> mishaps;
  private final FailureNotice failures;
  private final List<TableShard> shards = new ArrayList<>();
  private volatile boolean enabled;
  private volatile boolean closed;

  /** Not started yet. */
  public StreamMapping(
      MappingSettings settings,
      LambdaFunctions functions,
      Destinations destinations,
      Workers workers,
      Pace pace,
      Supplier<StreamMishaps> mishaps,
      LogSink log) {
    this.settings = settings;
    this.workers = workers;
    this.pace = pace;
    this.mishaps = mishaps;
    OrderedFeed feed = new OrderedFeed(settings, functions, pace, () -> closed, this);
    for (int i = 0; i < StreamMishaps.SHARDS; i++) {
      shards.add(new TableShard(this, feed));
    }
    this.failures = new FailureNotice(settings, destinations, log);
    this.enabled = settings.enabled();
  }

  /** The stream has a new record. */
  public void accept(ObjectNode record) {
    if (settings.filter().passes(record)) {
      shards.get(mishaps().shard(record.path("dynamodb").path("Keys"))).accept(record);
    }
  }

  @Override
  public MappingSettings settings() {
    return settings;
  }

  @Override
  public void start() {
    shards.forEach(shard -> workers.run(shard::run));
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
    return enabled && shards.stream().anyMatch(TableShard::busy);
  }

  boolean isClosed() {
    return closed;
  }

  StreamMishaps mishaps() {
    return mishaps.get();
  }

  Pace pace() {
    return pace;
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
