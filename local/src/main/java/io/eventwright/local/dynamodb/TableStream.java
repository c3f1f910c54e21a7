package io.eventwright.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One table's stream: makes its records and hands them to whoever listens. */
final class TableStream {

  private static final AtomicLong SEQUENCE = new AtomicLong(100_000_000_000L);

  private final TableDefinition table;
  private final String arn;
  private final String region;
  private final List<Consumer<ObjectNode>> listeners = new CopyOnWriteArrayList<>();
  private final Set<String> present = ConcurrentHashMap.newKeySet();

  /** Held over a write whose images are wanted, so that before and after are its own. */
  final ReentrantLock lock = new ReentrantLock();

  TableStream(TableDefinition table, String arn, String region) {
    this.table = table;
    this.arn = arn;
    this.region = region;
  }

  String arn() {
    return arn;
  }

  TableDefinition table() {
    return table;
  }

  boolean wantsImages() {
    return !"KEYS_ONLY".equals(table.view());
  }

  void listen(Consumer<ObjectNode> listener) {
    listeners.add(listener);
  }

  void forget() {
    present.clear();
  }

  /** The key attributes of an item. */
  ObjectNode keys(JsonNode item) {
    return ((ObjectNode) item).deepCopy().retain(table.keys());
  }

  /** Rings for a write whose images nobody wants. */
  void ring(Write write) {
    ObjectNode keys = keys(write.item());
    String text = Json.write(keys);
    if (write.deletes()) {
      if (present.remove(text)) {
        emit("REMOVE", keys, null, null);
      }
    } else {
      emit(present.add(text) ? "INSERT" : "MODIFY", keys, null, null);
    }
  }

  /** Rings for a change from one image to another; null where there was or is no item. */
  void ring(ObjectNode keys, @Nullable JsonNode before, @Nullable JsonNode after) {
    if (before == null ? after == null : before.equals(after)) {
      return; // DynamoDB writes no record for a write that changes nothing
    }
    emit(before == null ? "INSERT" : after == null ? "REMOVE" : "MODIFY", keys, before, after);
  }

  private void emit(
      String event, ObjectNode keys, @Nullable JsonNode before, @Nullable JsonNode after) {
    long sequence = SEQUENCE.incrementAndGet();
    ObjectNode record = Json.object();
    record.put("eventID", "%032x".formatted(sequence)).put("eventName", event);
    record.put("eventVersion", "1.1").put("eventSource", "aws:dynamodb").put("awsRegion", region);
    ObjectNode data = record.putObject("dynamodb");
    data.put("ApproximateCreationDateTime", Instant.now().getEpochSecond());
    data.set("Keys", keys);
    String view = String.valueOf(table.view());
    if (after != null && view.startsWith("NEW")) {
      data.set("NewImage", after);
    }
    if (before != null && view.endsWith("OLD_IMAGES")
        || before != null && view.equals("OLD_IMAGE")) {
      data.set("OldImage", before);
    }
    data.put("SequenceNumber", "%021d".formatted(sequence));
    data.put("SizeBytes", Json.write(data).length()).put("StreamViewType", view);
    record.put("eventSourceARN", arn);
    listeners.forEach(listener -> listener.accept(record));
  }
}
