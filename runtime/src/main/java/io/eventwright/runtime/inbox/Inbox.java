package io.eventwright.runtime.inbox;

import static io.eventwright.runtime.store.Attributes.text;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * Reads what was decided.
 *
 * @param dynamoDb where the table is
 * @param table its name
 */
public record Inbox(DynamoDbClient dynamoDb, String table) {

  /** The row of that key, with strong consistency. */
  public Optional<InboxRow> find(String key) {
    GetItemResponse answer =
        dynamoDb.getItem(
            request -> request.tableName(table).key(Map.of("pk", text(key))).consistentRead(true));
    return answer.hasItem() ? Optional.of(InboxRow.of(answer.item())) : Optional.empty();
  }
}
