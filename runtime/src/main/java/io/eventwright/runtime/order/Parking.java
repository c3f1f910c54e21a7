package io.eventwright.runtime.order;

import static io.eventwright.runtime.store.Attributes.number;
import static io.eventwright.runtime.store.Attributes.requiredText;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.store.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What waits for its turn, for whoever operates the system: finds it, shows it, and lets it go on
 * without what is missing. The index behind it follows the table a moment later.
 *
 * @param dynamoDb where the table is
 * @param table its name
 */
public record Parking(DynamoDbClient dynamoDb, String table) {
  private static final String INDEX = "parked";

  /**
   * One entry of the list.
   *
   * @param partition of the rows about its subject: worker, source, subject and type, joined
   * @param consumer the worker
   * @param sequence of the event
   * @param at since when it waits
   */
  public record Entry(String partition, String consumer, String sequence, Instant at) {}

  /**
   * What waits for one worker, longest first.
   *
   * @param after the {@code next} of the page before; null for the beginning
   * @param limit entries at most, from 1
   */
  public Page<Entry> list(String worker, @Nullable String after, int limit) {
    QueryResponse answer =
        dynamoDb.query(
            request -> {
              request
                  .tableName(table)
                  .indexName(INDEX)
                  .keyConditionExpression("#worker = :worker")
                  .expressionAttributeNames(Map.of("#worker", "worker"))
                  .expressionAttributeValues(Map.of(":worker", text(worker)))
                  .limit(limit);
              if (after != null) {
                request.exclusiveStartKey(startKey(worker, after));
              }
            });
    String next =
        answer.hasLastEvaluatedKey() && !answer.lastEvaluatedKey().isEmpty()
            ? cursor(answer.lastEvaluatedKey())
            : null;
    return new Page<>(answer.items().stream().map(Parking::entry).toList(), next);
  }

  /** Everything that waits, of all workers, in no order. */
  public void each(Consumer<Entry> seen) {
    dynamoDb
        .scanPaginator(request -> request.tableName(table).indexName(INDEX))
        .items()
        .forEach(item -> seen.accept(entry(item)));
  }

  /** One event that waits, whole. */
  public Optional<ParkedEvent> show(String partition, String sequence) {
    GetItemResponse answer =
        dynamoDb.getItem(
            request ->
                request
                    .tableName(table)
                    .key(Rows.parkedKey(partition, sequence))
                    .consistentRead(true));
    return answer.hasItem() ? Optional.of(Rows.parked(answer.item())) : Optional.empty();
  }

  /**
   * Lets the first event that waits go on without what is missing before it; what was missing is
   * stale should it still come. The worker does not look by itself: send it the event that is
   * returned, and it applies all whose turn it is.
   *
   * @return that event; empty when nothing waits, or something moved meanwhile
   */
  public Optional<ParkedEvent> release(String partition) {
    OrderTable rows = new OrderTable(dynamoDb, table);
    Cursor cursor = rows.cursor(partition);
    Optional<ParkedEvent> first = rows.first(partition, cursor);
    String previous = first.map(ParkedEvent::previous).orElse(null);
    if (previous == null || !cursor.hasGapBefore(previous)) {
      return first;
    }
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":parked", number(cursor.parked()));
    values.put(":to", text(previous));
    Update update = Rows.update(table, partition, cursor, values).updateExpression("").build();
    try {
      dynamoDb.updateItem(
          request ->
              request
                  .tableName(table)
                  .key(update.key())
                  .updateExpression("SET #last = :to")
                  .conditionExpression(update.conditionExpression())
                  .expressionAttributeNames(Map.of("#last", "last", "#parked", "parked"))
                  .expressionAttributeValues(values));
      return first;
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  private static Entry entry(Map<String, AttributeValue> item) {
    return new Entry(
        requiredText(item, "pk"),
        requiredText(item, "worker"),
        Rows.sequence(item),
        Instant.parse(requiredText(item, "at")));
  }

  private static String cursor(Map<String, AttributeValue> key) {
    return requiredText(key, "at") + " " + Rows.sequence(key) + " " + requiredText(key, "pk");
  }

  private static Map<String, AttributeValue> startKey(String worker, String after) {
    String[] parts = after.split(" ", 3);
    Map<String, AttributeValue> key = new HashMap<>(Rows.parkedKey(parts[2], parts[1]));
    key.put("at", text(parts[0]));
    key.put("worker", text(worker));
    return key;
  }
}
