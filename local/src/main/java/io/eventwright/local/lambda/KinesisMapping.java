package io.eventwright.local.lambda;

import io.eventwright.local.delivery.Destinations;
import io.eventwright.local.delivery.Pace;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.function.LogSink;
import io.eventwright.local.kinesis.KinesisStream;
import io.eventwright.local.kinesis.Shard;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * Feeds a function from a Kinesis stream: each shard, or each part of a shard, by itself and in
 * order; a shard that continues others after they were read to their end.
 */
public final class KinesisMapping implements EventSourceMapping {

  private final MappingSettings settings;
  private final KinesisStream stream;
  private final LambdaFunctions functions;
  private final Workers workers;
  private final Pace pace;
  private final Supplier<StreamMishaps> mishaps;
  private final LogSink log;
  private final FailureNotice failures;
  private final List<ShardLane> lanes = new CopyOnWriteArrayList<>();
  private final Map<String, String> beginnings = new HashMap<>();
  private final Object news = new Object();
  private volatile boolean enabled;
  private volatile boolean closed;

  /** Not started yet. */
  public KinesisMapping(
      MappingSettings settings,
      KinesisStream stream,
      LambdaFunctions functions,
      Destinations destinations,
      Workers workers,
      Pace pace,
      Supplier<StreamMishaps> mishaps,
      LogSink log) {
    this.settings = settings;
    this.stream = stream;
    this.functions = functions;
    this.workers = workers;
    this.pace = pace;
    this.mishaps = mishaps;
    this.log = log;
    this.failures = new FailureNotice(settings, destinations, log);
    this.enabled = settings.enabled();
    for (Shard shard : stream.shards()) {
      beginnings.put(shard.id(), beginning(shard));
    }
  }

  private String beginning(Shard shard) {
    Instant from = settings.reading().from();
    return switch (settings.reading().position()) {
      case "LATEST" -> shard.latest();
      case "AT_TIMESTAMP" -> from == null ? shard.first() : shard.at(from);
      default -> shard.first();
    };
  }

  @Override
  public void start() {
    stream.listen(this::ring);
    reshape();
  }

  private void ring() {
    synchronized (news) {
      news.notifyAll();
    }
    if (stream.shards().size() * settings.reading().parallel() > lanes.size()) {
      reshape();
    }
  }

  /** Begins to read the shards whose turn has come. */
  synchronized void reshape() {
    for (Shard shard : stream.shards()) {
      if (lanes.stream().noneMatch(lane -> lane.shard() == shard) && isFree(shard)) {
        for (int part = 0; part < settings.reading().parallel(); part++) {
          String from = beginnings.getOrDefault(shard.id(), shard.first());
          ShardLane lane = new ShardLane(this, shard, part, from);
          lanes.add(lane);
          workers.run(lane::run);
        }
      }
    }
  }

  private boolean isFree(Shard shard) {
    for (String parent : shard.parents()) {
      List<ShardLane> reading =
          lanes.stream().filter(lane -> lane.shard().id().equals(parent)).toList();
      if (reading.isEmpty() || !reading.stream().allMatch(ShardLane::isAtEnd)) {
        return false;
      }
    }
    return true;
  }

  OrderedFeed feed(OrderedFeed.Records lane) {
    return new OrderedFeed(settings, functions, pace, () -> closed, lane);
  }

  /** Waits for news of the stream. */
  void await(Duration atMost) throws InterruptedException {
    synchronized (news) {
      if (!closed) {
        news.wait(atMost.toMillis());
      }
    }
  }

  StreamMishaps mishaps() {
    return mishaps.get();
  }

  Pace pace() {
    return pace;
  }

  FailureNotice failures() {
    return failures;
  }

  void log(String line) {
    log.line(settings.function().logicalId(), line);
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public MappingSettings settings() {
    return settings;
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
    int parts = settings.reading().parallel();
    return enabled
        && (lanes.stream().anyMatch(ShardLane::busy)
            || stream.shards().size() * parts > lanes.size());
  }

  @Override
  public void close() {
    synchronized (news) {
      closed = true;
      news.notifyAll();
    }
  }
}
