package io.eventwright.runtime.order;

import static io.eventwright.runtime.store.Attributes.number;
import static io.eventwright.runtime.store.Attributes.optionalText;
import static io.eventwright.runtime.store.Attributes.putText;
import static io.eventwright.runtime.store.Attributes.requiredText;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.store.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The two kinds of rows: one cursor for each key, and beside it what waits, by sequence. */
final class Rows {
  /** The sort key of the cursor; those of parked events come after it. */
  static final String CURSOR = "cursor";

  private static final String PARKED = "parked#";

  private Rows() {}

  static Map<String, AttributeValue> cursorKey(String partition) {
    return Map.of("pk", text(partition), "sk", text(CURSOR));
  }

  static Map<String, AttributeValue> parkedKey(String partition, String sequence) {
    return Map.of("pk", text(partition), "sk", text(PARKED + sequence));
  }

  /** From where parked events later than a sequence stand. */
  static String after(String sequence) {
    return PARKED + sequence + "~";
  }

  /** Before the first parked event. */
  static String beginning() {
    return PARKED;
  }

  /** Behind the last parked event. */
  static String end() {
    return PARKED + "~";
  }

  static Cursor cursor(Map<String, AttributeValue> item) {
    return new Cursor(optionalText(item, "last"), number(item, "parked", 0));
  }

  /** An update of the cursor that only holds if nothing has moved; {@code :parked} is given. */
  static Update.Builder update(
      String table, String partition, Cursor from, Map<String, AttributeValue> values) {
    String last = from.last();
    String condition = "attribute_not_exists(#last)";
    if (last != null) {
      values.put(":from", text(last));
      condition = "#last = :from";
    }
    condition +=
        from.parked() == 0
            ? " AND (attribute_not_exists(#parked) OR #parked = :parked)"
            : " AND #parked = :parked";
    return Update.builder()
        .tableName(table)
        .key(cursorKey(partition))
        .conditionExpression(condition)
        .expressionAttributeValues(values);
  }

  static Map<String, AttributeValue> item(ParkedEvent event) {
    Map<String, AttributeValue> item =
        new HashMap<>(parkedKey(event.partition(), event.sequence()));
    item.put("worker", text(event.consumer()));
    putText(item, "previous", event.previous());
    item.put("id", text(event.id()));
    item.put("payload", text(event.payloadHash()));
    item.put("at", text(Timestamps.text(event.at())));
    item.put("event", text(event.event()));
    return item;
  }

  static ParkedEvent parked(Map<String, AttributeValue> item) {
    return new ParkedEvent(
        requiredText(item, "pk"),
        requiredText(item, "worker"),
        sequence(item),
        optionalText(item, "previous"),
        requiredText(item, "id"),
        requiredText(item, "payload"),
        Instant.parse(requiredText(item, "at")),
        requiredText(item, "event"));
  }

  static String sequence(Map<String, AttributeValue> item) {
    return requiredText(item, "sk").substring(PARKED.length());
  }
}
