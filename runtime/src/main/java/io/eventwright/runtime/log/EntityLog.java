package io.eventwright.runtime.log;

import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.store.Page;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Reads the log's rows, always with strong consistency.
 *
 * @param dynamoDb where the table is
 * @param table its name
 */
public record EntityLog(DynamoDbClient dynamoDb, String table) {

  /** The newest version's row. */
  public Optional<VersionRow> latest(String partition) {
    QueryResponse answer =
        dynamoDb.query(
            request ->
                request
                    .tableName(table)
                    .keyConditionExpression("pk = :pk AND begins_with(sk, :v)")
                    .expressionAttributeValues(Map.of(":pk", text(partition), ":v", text("v")))
                    .scanIndexForward(false)
                    .limit(1)
                    .consistentRead(true));
    return answer.items().stream().findFirst().map(VersionRowItem::read);
  }

  /** One version's row. */
  public Optional<VersionRow> at(String partition, long version) {
    GetItemResponse answer =
        dynamoDb.getItem(
            request ->
                request
                    .tableName(table)
                    .key(Map.of("pk", text(partition), "sk", text(EntityKey.sort(version))))
                    .consistentRead(true));
    return answer.hasItem() ? Optional.of(VersionRowItem.read(answer.item())) : Optional.empty();
  }

  /** Rows after a version, in order; a page without {@code next} is the last. */
  public Page<VersionRow> after(String partition, long version, int limit) {
    QueryResponse answer =
        dynamoDb.query(
            request ->
                request
                    .tableName(table)
                    .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk",
                            text(partition),
                            ":from",
                            text(EntityKey.sort(version + 1)),
                            ":to",
                            text("v" + Long.MAX_VALUE)))
                    .limit(limit)
                    .consistentRead(true));
    AttributeValue last = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey().get("sk") : null;
    return new Page<>(
        answer.items().stream().map(VersionRowItem::read).toList(),
        last == null ? null : Long.toString(VersionRowItem.version(last.s())));
  }
}
