package io.eventwright.runtime.projection;

import static io.eventwright.runtime.store.Attributes.requiredText;
import static io.eventwright.runtime.store.Attributes.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The rows of one shard in order, fetched page by page as they are taken. */
final class ShardRows {
  /** The index that holds rows by rank, of the same partition: read as strongly as the rows. */
  static final String INDEX = "sorted";

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final String partition;
  private final boolean ranked;
  private final boolean descending;
  private final int page;
  private final Deque<Map<String, AttributeValue>> fetched = new ArrayDeque<>();
  private @Nullable String after;
  private boolean all;

  ShardRows(
      DynamoDbClient dynamoDb,
      String table,
      String partition,
      @Nullable RowOrder order,
      @Nullable String after,
      int page) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.partition = partition;
    this.ranked = order != null;
    this.descending = order != null && order.descending();
    this.after = after;
    this.page = page;
  }

  /** The next row; null when there is none. */
  @Nullable Map<String, AttributeValue> peek() {
    while (fetched.isEmpty() && !all) {
      fetch();
    }
    return fetched.peek();
  }

  void take() {
    fetched.remove();
  }

  /** What a row is sorted by; different in each row of a key. */
  String place(Map<String, AttributeValue> row) {
    return requiredText(row, name());
  }

  private String name() {
    return ranked ? "rank" : "sk";
  }

  private void fetch() {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":pk", text(partition));
    String condition = "pk = :pk";
    String from = after;
    if (from != null) {
      values.put(":after", text(from));
      condition += " AND #place " + (descending ? "<" : ">") + " :after";
    }
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression(condition)
            .expressionAttributeValues(values)
            .scanIndexForward(!descending)
            .limit(page)
            .consistentRead(true);
    if (from != null) {
      query.expressionAttributeNames(Map.of("#place", name()));
    }
    if (ranked) {
      query.indexName(INDEX);
    }
    QueryResponse answer = dynamoDb.query(query.build());
    fetched.addAll(answer.items());
    all = !answer.hasLastEvaluatedKey() || answer.lastEvaluatedKey().isEmpty();
    if (!all) {
      after = requiredText(answer.lastEvaluatedKey(), name());
    }
  }
}
