package io.eventwright.runtime.relay;

import static io.eventwright.runtime.store.Attributes.requiredText;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.store.Timestamps;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * Until when everything in one shard of the sweeper's index is published: one row for each shard in
 * the control table.
 *
 * @param dynamoDb where the table is
 * @param table the control table
 */
record SweepMark(DynamoDbClient dynamoDb, String table) {

  Optional<Instant> read(int shard) {
    GetItemResponse answer =
        dynamoDb.getItem(request -> request.tableName(table).key(key(shard)).consistentRead(true));
    return answer.hasItem()
        ? Optional.of(Instant.parse(requiredText(answer.item(), "at")))
        : Optional.empty();
  }

  /** Moves on, never back. */
  void advance(int shard, Instant at) {
    try {
      dynamoDb.updateItem(
          request ->
              request
                  .tableName(table)
                  .key(key(shard))
                  .updateExpression("SET #at = :at")
                  .conditionExpression("attribute_not_exists(#at) OR #at < :at")
                  .expressionAttributeNames(Map.of("#at", "at"))
                  .expressionAttributeValues(Map.of(":at", text(Timestamps.text(at)))));
    } catch (ConditionalCheckFailedException e) {
      // Another sweep has come as far, or further.
      return;
    }
  }

  private static Map<String, AttributeValue> key(int shard) {
    return Map.of("pk", text("sweeper#" + shard));
  }
}
