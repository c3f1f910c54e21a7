package io.eventwright.runtime.relay;

import static io.eventwright.runtime.store.Attributes.number;
import static io.eventwright.runtime.store.Attributes.text;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * How far an entity's versions are published: one row beside them in the log.
 *
 * @param dynamoDb where the table is
 * @param table the log table
 */
public record Watermark(DynamoDbClient dynamoDb, String table) {

  /** The last version whose events are all published; 0 for none. */
  public long read(String partition) {
    GetItemResponse answer =
        dynamoDb.getItem(
            request -> request.tableName(table).key(key(partition)).consistentRead(true));
    return answer.hasItem() ? number(answer.item(), "published", 0) : 0;
  }

  /** Moves on, never back: another relay may have come further. */
  void advance(String partition, long version) {
    try {
      dynamoDb.updateItem(
          request ->
              request
                  .tableName(table)
                  .key(key(partition))
                  .updateExpression("SET #published = :version")
                  .conditionExpression("attribute_not_exists(#published) OR #published < :version")
                  .expressionAttributeNames(Map.of("#published", "published"))
                  .expressionAttributeValues(Map.of(":version", number(version))));
    } catch (ConditionalCheckFailedException e) {
      // Another relay has come as far, or further.
      return;
    }
  }

  private static Map<String, AttributeValue> key(String partition) {
    return Map.of("pk", text(partition), "sk", text("#outbox"));
  }
}
