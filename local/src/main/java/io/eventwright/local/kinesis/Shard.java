package io.eventwright.local.kinesis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** One shard: records of its hash keys, in the order in which they came. */
public final class Shard {

  private static final int MEBIBYTE = 1024 * 1024;
  private static final int WRITES = 1000;
  private static final int READS = 5;

  private final int number;
  private final HashRange range;
  private final List<String> parents;
  private final String first;
  private final Clock clock;
  private final Throughput recordsIn;
  private final Throughput bytesIn;
  private final Throughput reads;
  private final Throughput bytesOut;
  private final ConcurrentSkipListMap<String, StreamRecord> records = new ConcurrentSkipListMap<>();
  private volatile @Nullable String closedAt;

  Shard(int number, HashRange range, List<String> parents, String first, Clock clock) {
    this.number = number;
    this.range = range;
    this.parents = List.copyOf(parents);
    this.first = first;
    this.clock = clock;
    recordsIn = new Throughput(clock, WRITES);
    bytesIn = new Throughput(clock, MEBIBYTE);
    reads = new Throughput(clock, READS);
    bytesOut = new Throughput(clock, 2 * MEBIBYTE);
  }

  /** Such as {@code shardId-000000000000}. */
  public String id() {
    return "shardId-%012d".formatted(number);
  }

  int number() {
    return number;
  }

  HashRange range() {
    return range;
  }

  /** Shards that this one continues; they are read to their end before it. */
  public List<String> parents() {
    return parents;
  }

  /** The sequence number from which its records begin. */
  public String first() {
    return first;
  }

  /** Where it was closed by a split or merge; null while it is open. */
  public @Nullable String closedAt() {
    return closedAt;
  }

  void close(String at) {
    closedAt = at;
  }

  /** Whether the shard's throughput allows a record of that size now; counts it if so. */
  boolean admits(int size) {
    synchronized (recordsIn) {
      // A record of the full mebibyte and its key must not starve for the few bytes above a
      // second's.
      if (!recordsIn.allows(1) || !bytesIn.allows(Math.min(size, MEBIBYTE))) {
        return false;
      }
      recordsIn.take(1);
      bytesIn.take(size);
      return true;
    }
  }

  /** Whether one more GetRecords is allowed now; counts it if so. */
  boolean admitsRead() {
    synchronized (reads) {
      if (!reads.allows(1) || !bytesOut.allows(1)) {
        return false;
      }
      reads.take(1);
      return true;
    }
  }

  void readBytes(long bytes) {
    bytesOut.take(bytes);
  }

  void add(StreamRecord record) {
    records.put(record.sequence(), record);
  }

  /** The records from a sequence number on, within both limits, at least one if there is one. */
  public List<StreamRecord> from(String sequence, int most, long mostBytes) {
    List<StreamRecord> found = new ArrayList<>();
    long bytes = 0;
    for (StreamRecord record : records.tailMap(sequence, true).values()) {
      bytes += record.size();
      if (found.size() == most || !found.isEmpty() && bytes > mostBytes) {
        break;
      }
      found.add(record);
    }
    return found;
  }

  /** Whether nothing is there from that sequence number on. */
  public boolean isReadTo(String sequence) {
    return records.ceilingKey(sequence) == null;
  }

  /** The number from which the next record will be new. */
  public String latest() {
    Map.Entry<String, StreamRecord> last = records.lastEntry();
    return last == null ? first : SequenceNumbers.after(last.getKey());
  }

  /** The first record that arrived then or later, or the latest place. */
  public String at(Instant time) {
    for (StreamRecord record : records.values()) {
      if (!record.arrived().isBefore(time)) {
        return record.sequence();
      }
    }
    return latest();
  }

  void expire(Duration retention) {
    Instant oldest = clock.instant().minus(retention);
    while (true) {
      Map.Entry<String, StreamRecord> head = records.firstEntry();
      if (head == null || !head.getValue().arrived().isBefore(oldest)) {
        return;
      }
      records.remove(head.getKey());
    }
  }

  void clear() {
    records.clear();
  }
}
