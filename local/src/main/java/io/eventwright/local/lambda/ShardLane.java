package io.eventwright.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.json.Json;
import io.eventwright.local.kinesis.HashKeys;
import io.eventwright.local.kinesis.Shard;
import io.eventwright.local.kinesis.StreamRecord;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one shard, or one part of its keys if batches of a shard run side by side, and feeds it in
 * order. Its checkpoint moves once a batch is done or abandoned.
 */
final class ShardLane implements OrderedFeed.Records {

  /** Lambda's synchronous payload is 6 MB; the rest is room for what stands around the records. */
  private static final int LARGEST_BATCH = 6_000_000 - 64 * 1024;

  private static final int SCANNED = 10_000;
  private static final int FARTHEST_BACK = 3;
  private static final long SCANNED_BYTES = 10L * 1024 * 1024;

  private final KinesisMapping mapping;
  private final Shard shard;
  private final int part;
  private final OrderedFeed feed;
  private final @Nullable TumblingWindow window;
  private volatile String checkpoint;

  /** Where the latest batches began, of the open window if there are windows. */
  private final Deque<String> begun = new ArrayDeque<>();

  private StreamMishaps known = StreamMishaps.NONE;
  private volatile boolean working;

  ShardLane(KinesisMapping mapping, Shard shard, int part, String from) {
    this.mapping = mapping;
    this.shard = shard;
    this.part = part;
    this.checkpoint = from;
    this.feed = mapping.feed(this);
    Duration tumbling = mapping.settings().reading().tumbling();
    this.window = tumbling == null ? null : new TumblingWindow(mapping.pace().of(tumbling));
  }

  Shard shard() {
    return shard;
  }

  /** Whether every record of the shard is done, and none can come. */
  boolean isAtEnd() {
    return shard.closedAt() != null && !busy();
  }

  boolean busy() {
    return working || !shard.isReadTo(checkpoint) || window != null && window.isOpen();
  }

  void run() {
    try {
      while (!mapping.isClosed() && !isAtEnd()) {
        if (!mapping.enabled()) {
          mapping.await(Duration.ofMillis(50));
          continue;
        }
        working = true;
        try {
          turn();
        } finally {
          working = false;
        }
        if (!busy() || window != null && shard.isReadTo(checkpoint)) {
          mapping.await(Duration.ofMillis(100));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    mapping.reshape();
  }

  private record Batch(List<ObjectNode> records, String next, @Nullable Instant arrived) {}

  private void turn() throws InterruptedException {
    StreamMishaps mishaps = mapping.mishaps();
    if (mishaps != known) {
      known = mishaps;
      begun.clear();
    }
    if (!shard.isReadTo(checkpoint)) {
      Thread.sleep(mishaps.late().toMillis());
    }
    Batch batch = gather(mishaps.batch(mapping.settings().batchSize()));
    if (!mapping.enabled()) {
      return; // turned off meanwhile: read again when it is on
    }
    if (window != null) {
      turnWindow(window, batch.arrived());
    }
    if (!batch.records().isEmpty()) {
      feed.feed(batch.records());
      if (mapping.isClosed()) {
        return;
      }
    }
    String begin = checkpoint;
    if (window != null && window.isFull()) {
      checkpoint = batch.next();
      end(window, true);
    } else {
      checkpoint = batch.records().isEmpty() ? batch.next() : next(begin, batch.next(), mishaps);
    }
  }

  /** Where it goes on: after the batch, or where an earlier one began. */
  private String next(String begin, String end, StreamMishaps mishaps) {
    begun.push(begin);
    if (begun.size() > StreamMishaps.REMEMBERED) {
      begun.removeLast();
    }
    String next = end;
    for (int back = mishaps.again(Math.min(begun.size(), FARTHEST_BACK)); back > 0; back--) {
      next = begun.pop();
    }
    return next;
  }

  private void turnWindow(TumblingWindow open, @Nullable Instant arrived)
      throws InterruptedException {
    boolean later = arrived != null && !open.holds(arrived);
    if (open.isOpen() && (later || arrived == null && open.isOver(Instant.now()))) {
      end(open, false);
    }
    if (arrived != null && !open.isOpen()) {
      open.open(arrived);
    }
  }

  private void end(TumblingWindow open, boolean early) throws InterruptedException {
    ObjectNode event = Json.object();
    event.putArray("Records");
    describe(event);
    // Nobody says whether what ends early is told as the last one too; what holds without holds.
    open.describe(event, !early, early);
    if (!feed.feedAlone(event) && !mapping.isClosed()) {
      mapping.log("the end of a window on " + shard.id() + " was abandoned");
    }
    open.end(early);
    begun.clear();
  }

  /** Waits for as many records as a batch may have, as long as it may wait. */
  private Batch gather(int most) throws InterruptedException {
    Batch batch = scan(most);
    MappingSettings settings = mapping.settings();
    long end = System.nanoTime() + mapping.pace().of(settings.window()).toNanos();
    while (!batch.records().isEmpty()
        && batch.records().size() < most
        && System.nanoTime() < end
        && !mapping.isClosed()) {
      mapping.await(Duration.ofMillis(10));
      batch = scan(most);
    }
    return batch;
  }

  private Batch scan(int most) {
    MappingSettings settings = mapping.settings();
    List<ObjectNode> records = new ArrayList<>();
    String next = checkpoint;
    Instant first = null;
    long bytes = 0;
    for (StreamRecord record : shard.from(checkpoint, SCANNED, SCANNED_BYTES)) {
      if (isMine(record)) {
        ObjectNode json = json(record);
        if (settings.filter().passes(json)) {
          bytes += Json.bytes(json).length + 1L;
          boolean full = records.size() == most || bytes > LARGEST_BATCH;
          if (!records.isEmpty() && (full || otherWindow(first, record))) {
            if (most < settings.batchSize() && records.size() == most) {
              mapping.mishaps().cut();
            }
            break;
          }
          first = first == null ? record.arrived() : first;
          records.add(json);
        }
      }
      next = new BigInteger(record.sequence()).add(BigInteger.ONE).toString();
    }
    return new Batch(records, next, first);
  }

  private boolean otherWindow(@Nullable Instant first, StreamRecord record) {
    if (window == null || first == null) {
      return false;
    }
    Duration tumbling = mapping.pace().of(mapping.settings().reading().tumbling());
    TumblingWindow other = new TumblingWindow(tumbling);
    other.open(first);
    return !other.holds(record.arrived());
  }

  private boolean isMine(StreamRecord record) {
    int parts = mapping.settings().reading().parallel();
    return parts == 1
        || HashKeys.of(record.partitionKey()).mod(BigInteger.valueOf(parts)).intValue() == part;
  }

  private ObjectNode json(StreamRecord record) {
    MappingSettings settings = mapping.settings();
    ObjectNode json = Json.object();
    json.putObject("kinesis")
        .put("kinesisSchemaVersion", "1.0")
        .put("partitionKey", record.partitionKey())
        .put("sequenceNumber", record.sequence())
        .put("data", Base64.getEncoder().encodeToString(record.data()))
        .put("approximateArrivalTimestamp", record.arrived().toEpochMilli() / 1000.0);
    json.put("eventSource", "aws:kinesis").put("eventVersion", "1.0");
    json.put("eventID", shard.id() + ":" + record.sequence());
    json.put("eventName", "aws:kinesis:record")
        .put("invokeIdentityArn", settings.function().role());
    json.put("awsRegion", settings.sourceArn().split(":", 6)[3]);
    return json.put("eventSourceARN", settings.sourceArn());
  }

  @Override
  public String sequence(ObjectNode record) {
    return record.path("kinesis").path("sequenceNumber").asText();
  }

  @Override
  public Instant created(ObjectNode record) {
    double seconds = record.path("kinesis").path("approximateArrivalTimestamp").asDouble();
    return Instant.ofEpochMilli(Math.round(seconds * 1000));
  }

  @Override
  public ObjectNode event(List<ObjectNode> records) {
    ObjectNode event = Json.object();
    records.forEach(event.withArray("Records")::add);
    if (window != null) {
      window.describe(event, false, false);
      describe(event);
    }
    return event;
  }

  private void describe(ObjectNode event) {
    event.put("shardId", shard.id()).put("eventSourceARN", mapping.settings().sourceArn());
  }

  @Override
  public boolean accepts(InvocationResult result) {
    return window == null || window.take(result);
  }

  @Override
  public void abandon(List<ObjectNode> records, int attempts, String condition)
      throws InterruptedException {
    ObjectNode first = records.get(0);
    ObjectNode last = records.get(records.size() - 1);
    ObjectNode info = Json.object();
    info.put("shardId", shard.id());
    info.put("startSequenceNumber", sequence(first)).put("endSequenceNumber", sequence(last));
    info.put("approximateArrivalOfFirstRecord", created(first).toString());
    info.put("approximateArrivalOfLastRecord", created(last).toString());
    info.put("batchSize", records.size()).put("streamArn", mapping.settings().sourceArn());
    mapping
        .failures()
        .send(condition, attempts, "KinesisBatchInfo", info, shard.id(), event(records));
  }
}
