package io.eventwright.runtime.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Walks through a range of time, shard after shard, parents first. */
final class ShardWalk implements Iterator<ShardWalk.Found> {
  /** At a kilobyte a record, half of the two megabytes a second that a shard gives to all. */
  private static final int PAGE = 500;

  private static final Duration BETWEEN_PAGES = Duration.ofMillis(500);

  /** A record, and where it is. */
  record Found(String shardId, Record record) {}

  private final KinesisClient kinesis;
  private final String stream;
  private final Instant from;
  private final Instant to;
  private final StreamReader.Pause pause;
  private final Deque<String> shards;
  private final Deque<Found> page = new ArrayDeque<>();
  private String shard = "";
  private @Nullable String iterator;

  ShardWalk(
      KinesisClient kinesis, String stream, Instant from, Instant to, StreamReader.Pause pause) {
    this.kinesis = kinesis;
    this.stream = stream;
    this.from = from;
    this.to = to;
    this.pause = pause;
    this.shards = inOrder(list(kinesis, stream));
  }

  private static List<Shard> list(KinesisClient kinesis, String stream) {
    List<Shard> all = new ArrayList<>();
    ListShardsResponse response = kinesis.listShards(list -> list.streamName(stream));
    all.addAll(response.shards());
    while (response.nextToken() != null) {
      String token = response.nextToken();
      response = kinesis.listShards(list -> list.nextToken(token));
      all.addAll(response.shards());
    }
    return all;
  }

  /** A shard comes after its parents, as far as those are still there. */
  private static Deque<String> inOrder(List<Shard> shards) {
    Set<String> waiting = new HashSet<>();
    shards.forEach(each -> waiting.add(each.shardId()));
    Deque<String> order = new ArrayDeque<>();
    while (!waiting.isEmpty()) {
      for (Shard each : shards) {
        boolean free =
            !waiting.contains(String.valueOf(each.parentShardId()))
                && !waiting.contains(String.valueOf(each.adjacentParentShardId()));
        if (free && waiting.remove(each.shardId())) {
          order.add(each.shardId());
        }
      }
    }
    return order;
  }

  @Override
  public boolean hasNext() {
    while (page.isEmpty()) {
      if (iterator == null && !nextShard()) {
        return false;
      }
      read();
    }
    return true;
  }

  @Override
  public Found next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.remove();
  }

  private boolean nextShard() {
    if (shards.isEmpty()) {
      return false;
    }
    shard = shards.remove();
    iterator =
        kinesis
            .getShardIterator(
                get ->
                    get.streamName(stream)
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.AT_TIMESTAMP)
                        .timestamp(from))
            .shardIterator();
    return true;
  }

  private void read() {
    GetRecordsResponse response = get();
    boolean over = response.nextShardIterator() == null || response.millisBehindLatest() == 0;
    for (Record record : response.records()) {
      if (record.approximateArrivalTimestamp().isBefore(to)) {
        page.add(new Found(shard, record));
      } else {
        over = true;
      }
    }
    iterator = over ? null : response.nextShardIterator();
    if (iterator != null) {
      rest();
    }
  }

  private GetRecordsResponse get() {
    while (true) {
      try {
        return kinesis.getRecords(get -> get.shardIterator(iterator).limit(PAGE));
      } catch (ProvisionedThroughputExceededException e) {
        rest(); // consumers come first
      }
    }
  }

  private void rest() {
    try {
      pause.of(BETWEEN_PAGES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading " + stream, e);
    }
  }
}
