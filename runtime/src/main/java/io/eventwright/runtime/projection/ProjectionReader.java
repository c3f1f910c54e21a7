package io.eventwright.runtime.projection;

import static io.eventwright.runtime.store.Attributes.requiredText;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.event.CodecText;
import io.eventwright.runtime.seal.Seals;
import io.eventwright.runtime.store.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Reads one read model; generated classes stand on it. Rows are written some time after their
 * event; {@link ProjectionRow#version()} tells how far one has come.
 *
 * @param <R> the row's record
 */
public final class ProjectionReader<R> {
  private final ProjectionType<R> type;
  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Seals seals;

  public ProjectionReader(
      ProjectionType<R> type, DynamoDbClient dynamoDb, String table, Seals seals) {
    this.seals = seals;
    this.type = type;
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /**
   * The rows of a key, page by page, ordered by source and subject.
   *
   * @param after null for the first page; else the {@code next} of the page before
   * @param limit rows at most, from 1
   */
  public Page<ProjectionRow<R>> rows(String key, @Nullable String after, int limit) {
    String partition = ViewKeys.partition(type, key);
    Map<String, AttributeValue> start = new HashMap<>();
    if (after != null) {
      start.put("pk", text(partition));
      start.put("sk", text(after));
    }
    QueryResponse answer =
        dynamoDb.query(
            request ->
                request
                    .tableName(table)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", text(partition)))
                    .exclusiveStartKey(start.isEmpty() ? null : start)
                    .limit(limit)
                    .consistentRead(true));
    AttributeValue last = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey().get("sk") : null;
    return new Page<>(
        answer.items().stream().map(item -> row(key, item)).toList(),
        last == null ? null : last.s());
  }

  /** What one source subject says under a key. */
  public Optional<ProjectionRow<R>> row(String key, String source, String subject) {
    GetItemResponse answer =
        dynamoDb.getItem(
            request ->
                request
                    .tableName(table)
                    .key(
                        Map.of(
                            "pk",
                            text(ViewKeys.partition(type, key)),
                            "sk",
                            text(ViewKeys.sort(source, subject))))
                    .consistentRead(true));
    return answer.hasItem() ? Optional.of(row(key, answer.item())) : Optional.empty();
  }

  private ProjectionRow<R> row(String key, Map<String, AttributeValue> item) {
    return new ProjectionRow<>(
        key,
        requiredText(item, "source"),
        requiredText(item, "subject"),
        requiredText(item, "version"),
        Instant.parse(requiredText(item, "at")),
        CodecText.readBack(
            type.codec(), seals.open(type.sealing(), type.sealed(), requiredText(item, "row"))));
  }
}
