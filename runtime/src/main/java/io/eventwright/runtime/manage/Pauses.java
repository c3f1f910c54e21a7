package io.eventwright.runtime.manage;

import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.store.Timestamps;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Which sources the manager has paused: what somebody else has paused is not its to resume.
 *
 * @param dynamoDb where the control table is
 * @param table its name
 * @param clock for when
 */
public record Pauses(Supplier<DynamoDbClient> dynamoDb, Supplier<String> table, Clock clock) {

  /** Whether we have paused it. */
  boolean isOurs(EventSource source) {
    return dynamoDb
        .get()
        .getItem(request -> request.tableName(table.get()).key(key(source)).consistentRead(true))
        .hasItem();
  }

  /** Notes that we are about to. */
  void note(EventSource source) {
    dynamoDb
        .get()
        .putItem(
            request ->
                request
                    .tableName(table.get())
                    .item(
                        Map.of(
                            "pk", text(name(source)),
                            "at", text(Timestamps.text(clock.instant())))));
  }

  /** Notes that it runs again. */
  void forget(EventSource source) {
    dynamoDb.get().deleteItem(request -> request.tableName(table.get()).key(key(source)));
  }

  private static Map<String, AttributeValue> key(EventSource source) {
    return Map.of("pk", text(name(source)));
  }

  private static String name(EventSource source) {
    return "pause#" + source.worker() + "#" + source.id();
  }
}
