package io.eventwright.runtime.order;

import static io.eventwright.runtime.store.Attributes.number;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.store.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The step from one event to the next, written in the transaction of the decision on that event. It
 * fails when anything has moved since the cursor was read, so that of two deliveries one steps, and
 * an event that was parked meanwhile is seen.
 *
 * @param table where the rows are
 * @param partition of the rows
 * @param from the cursor as it was read
 * @param to the event's sequence
 * @param wasParked whether the event's own parked row goes with it
 * @param at when
 */
public record CursorMove(
    String table, String partition, Cursor from, String to, boolean wasParked, Instant at) {

  /** What it adds to a transaction. */
  public List<TransactWriteItem> items() {
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(TransactWriteItem.builder().update(update()).build());
    if (wasParked) {
      items.add(
          TransactWriteItem.builder()
              .delete(
                  Delete.builder()
                      .tableName(table)
                      .key(Rows.parkedKey(partition, to))
                      .conditionExpression("attribute_exists(pk)")
                      .build())
              .build());
    }
    return items;
  }

  private Update update() {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":to", text(to));
    values.put(":at", text(Timestamps.text(at)));
    values.put(":parked", number(from.parked()));
    values.put(":left", number(from.parked() - (wasParked ? 1 : 0)));
    return Rows.update(table, partition, from, values)
        .updateExpression("SET #last = :to, #at = :at, #parked = :left")
        .expressionAttributeNames(Map.of("#last", "last", "#at", "at", "#parked", "parked"))
        .build();
  }
}
