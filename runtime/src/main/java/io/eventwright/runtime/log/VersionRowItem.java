package io.eventwright.runtime.log;

import static io.eventwright.runtime.store.Attributes.optionalText;
import static io.eventwright.runtime.store.Attributes.putText;
import static io.eventwright.runtime.store.Attributes.requiredText;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.store.Timestamps;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A version row as DynamoDB's item, and back. */
public final class VersionRowItem {
  /** Shards of an hour's bucket in the sweeper's index: each takes 1,000 writes a second. */
  public static final int SHARDS = 8;

  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("yyyyMMddHH").withZone(ZoneOffset.UTC);

  private VersionRowItem() {}

  /** The item; events are only indexed for the sweeper when there are any. */
  public static Map<String, AttributeValue> write(VersionRow row) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("pk", text(row.partition()));
    item.put("sk", text(EntityKey.sort(row.version())));
    putText(item, "state", row.state());
    item.put("schema", text(row.schema()));
    item.put("cause", cause(row.cause()));
    item.put("at", text(Timestamps.text(row.at())));
    item.put("prev", text(row.previousHash()));
    item.put("hash", text(row.hash()));
    if (!row.last().isEmpty()) {
      Map<String, AttributeValue> last = new HashMap<>();
      row.last().forEach((type, sequence) -> last.put(type, text(sequence)));
      item.put("last", AttributeValue.fromM(last));
    }
    if (!row.events().isEmpty()) {
      List<AttributeValue> events = row.events().stream().map(VersionRowItem::event).toList();
      item.put("events", AttributeValue.fromL(events));
      item.put("outbox", text(bucket(row.at(), shard(row.partition()))));
    }
    return item;
  }

  /**
   * The row.
   *
   * @throws IllegalStateException when the item lacks an attribute that every row has
   */
  public static VersionRow read(Map<String, AttributeValue> item) {
    Map<String, String> last = new LinkedHashMap<>();
    if (item.containsKey("last")) {
      item.get("last").m().forEach((type, sequence) -> last.put(type, sequence.s()));
    }
    List<OutboxEvent> events =
        item.containsKey("events")
            ? item.get("events").l().stream().map(event -> event(event.m(), item)).toList()
            : List.of();
    return new VersionRow(
        requiredText(item, "pk"),
        version(requiredText(item, "sk")),
        optionalText(item, "state"),
        requiredText(item, "schema"),
        events,
        last,
        cause(item.get("cause").m()),
        Instant.parse(requiredText(item, "at")),
        requiredText(item, "prev"),
        requiredText(item, "hash"));
  }

  /** The version that a sort key names. */
  public static long version(String sort) {
    return Long.parseLong(sort.substring(1));
  }

  /** The shard of the sweeper's index that an entity's rows are in. */
  public static int shard(String partition) {
    return Math.floorMod(partition.hashCode(), SHARDS);
  }

  /** The sweeper's index key: an hour, UTC, and a shard. */
  public static String bucket(Instant at, int shard) {
    return HOUR.format(at) + "#" + shard;
  }

  private static AttributeValue cause(Cause cause) {
    Map<String, AttributeValue> map = new HashMap<>();
    map.put("id", text(cause.id()));
    map.put("source", text(cause.source()));
    map.put("type", text(cause.type()));
    map.put("worker", text(cause.worker()));
    map.put("correlationid", text(cause.correlationid()));
    putText(map, "traceparent", cause.traceparent());
    return AttributeValue.fromM(map);
  }

  private static Cause cause(Map<String, AttributeValue> map) {
    return new Cause(
        requiredText(map, "id"),
        requiredText(map, "source"),
        requiredText(map, "type"),
        requiredText(map, "worker"),
        requiredText(map, "correlationid"),
        optionalText(map, "traceparent"));
  }

  private static AttributeValue event(OutboxEvent event) {
    Envelope envelope = event.envelope();
    Map<String, AttributeValue> map = new HashMap<>();
    map.put("id", text(envelope.id()));
    map.put("source", text(envelope.source()));
    map.put("type", text(envelope.type()));
    putText(map, "dataschema", envelope.dataschema());
    putText(map, "subject", envelope.subject());
    putText(map, "sequence", envelope.sequence());
    putText(map, "previous", envelope.previous());
    map.put("data", text(event.data()));
    return AttributeValue.fromM(map);
  }

  /** What all events of a version share is kept once, in its cause and time. */
  private static OutboxEvent event(
      Map<String, AttributeValue> map, Map<String, AttributeValue> item) {
    Map<String, AttributeValue> cause = item.get("cause").m();
    Envelope envelope =
        new Envelope(
            requiredText(map, "id"),
            requiredText(map, "source"),
            requiredText(map, "type"),
            optionalText(map, "subject"),
            Instant.parse(requiredText(item, "at")),
            optionalText(map, "dataschema"),
            optionalText(map, "sequence"),
            optionalText(map, "previous"),
            requiredText(cause, "correlationid"),
            requiredText(cause, "id"),
            optionalText(cause, "traceparent"));
    return new OutboxEvent(envelope, requiredText(map, "data"));
  }
}
