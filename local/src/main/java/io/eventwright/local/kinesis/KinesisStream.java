package io.eventwright.local.kinesis;

import io.eventwright.local.gateway.AwsFault;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One stream: its shards, old and new, and who is told of new records. */
public final class KinesisStream {

  private static final int MEBIBYTE = 1024 * 1024;

  private final StreamDefinition definition;
  private final Clock clock;
  private final Instant created;
  private final SequenceNumbers sequence;
  private final List<Shard> shards = new CopyOnWriteArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Duration retention;

  KinesisStream(StreamDefinition definition, Clock clock) {
    this.definition = definition;
    this.clock = clock;
    this.created = clock.instant();
    this.sequence = new SequenceNumbers(created);
    this.retention = definition.retention();
    for (HashRange range : HashRange.even(definition.shards())) {
      addShard(range, List.of());
    }
  }

  private Shard addShard(HashRange range, List<String> parents) {
    int number = shards.size();
    Shard shard = new Shard(number, range, parents, sequence.next(number), clock);
    shards.add(shard);
    return shard;
  }

  /** How it was declared. */
  public StreamDefinition definition() {
    return definition;
  }

  Instant created() {
    return created;
  }

  /** How long records are kept. */
  public Duration retention() {
    return retention;
  }

  void retain(Duration other) {
    retention = other;
  }

  /** Every shard, the oldest first; those that were split or merged stay. */
  public List<Shard> shards() {
    expire();
    return shards;
  }

  /** Finds a shard. */
  public @Nullable Shard shard(String id) {
    expire();
    return shards.stream().filter(shard -> shard.id().equals(id)).findFirst().orElse(null);
  }

  private void expire() {
    shards.forEach(shard -> shard.expire(retention));
  }

  /** Runs after every new record and every new shard. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** Where a record went. */
  record Placed(String shardId, String sequence) {}

  /**
   * Takes a record.
   *
   * @param hashKey decides the shard; null for that of the partition key
   * @throws AwsFault if the shard's throughput is used up
   */
  Placed put(String partitionKey, @Nullable BigInteger hashKey, byte[] data) {
    BigInteger key = hashKey == null ? HashKeys.of(partitionKey) : hashKey;
    Placed placed;
    synchronized (this) {
      Shard shard = open(key);
      if (!shard.admits(data.length + HashKeys.bytes(partitionKey))) {
        throw new AwsFault(
            400,
            "ProvisionedThroughputExceededException",
            "Rate exceeded for shard %s in stream %s under account %s."
                .formatted(shard.id(), definition.name(), definition.account()));
      }
      StreamRecord record =
          new StreamRecord(sequence.next(shard.number()), partitionKey, data, clock.instant());
      shard.add(record);
      placed = new Placed(shard.id(), record.sequence());
    }
    listeners.forEach(Runnable::run);
    return placed;
  }

  private Shard open(BigInteger hashKey) {
    for (Shard shard : shards) {
      if (shard.closedAt() == null && shard.range().contains(hashKey)) {
        return shard;
      }
    }
    throw new IllegalStateException("the open shards of a stream hold every hash key");
  }

  /** Splits an open shard at a hash key, which becomes the first of the second child. */
  synchronized void split(Shard shard, BigInteger at) {
    if (at.compareTo(shard.range().first()) <= 0 || !shard.range().contains(at)) {
      throw new AwsFault(
          400, "InvalidArgumentException", "NewStartingHashKey is not inside the shard's range");
    }
    close(shard);
    HashRange low = new HashRange(shard.range().first(), at.subtract(BigInteger.ONE));
    addShard(low, List.of(shard.id()));
    addShard(new HashRange(at, shard.range().last()), List.of(shard.id()));
    listeners.forEach(Runnable::run);
  }

  /** Merges two open shards that adjoin. */
  synchronized void merge(Shard one, Shard other) {
    if (!one.range().adjoins(other.range())) {
      throw new AwsFault(400, "InvalidArgumentException", "The shards are not adjacent");
    }
    close(one);
    close(other);
    addShard(
        new HashRange(
            one.range().first().min(other.range().first()),
            one.range().last().max(other.range().last())),
        List.of(one.id(), other.id()));
    listeners.forEach(Runnable::run);
  }

  private void close(Shard shard) {
    if (shard.closedAt() != null) {
      throw new AwsFault(400, "ResourceInUseException", shard.id() + " is closed already");
    }
    shard.close(sequence.next(shard.number()));
  }

  List<Shard> children(Shard shard) {
    List<Shard> children = new ArrayList<>();
    for (Shard candidate : shards) {
      if (candidate.parents().contains(shard.id())) {
        children.add(candidate);
      }
    }
    return children;
  }

  /** The largest record that it takes, in bytes, without the partition key. */
  int largestRecord() {
    return MEBIBYTE;
  }

  void clear() {
    shards.forEach(Shard::clear);
  }
}
