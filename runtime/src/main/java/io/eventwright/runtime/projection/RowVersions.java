package io.eventwright.runtime.projection;

import static io.eventwright.runtime.store.Attributes.optionalText;
import static io.eventwright.runtime.store.Attributes.text;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * How far read models have come, for whoever operates a system and knows no row's record.
 *
 * @param dynamoDb where the table is
 * @param table the views table's name
 */
public record RowVersions(DynamoDbClient dynamoDb, String table) {

  /**
   * The sequence of the newest event that one subject's row under a key was written from; empty
   * when there is no such row.
   *
   * @param live what is read of the projection
   */
  public Optional<String> version(
      Generation live, String projection, String key, String source, String subject) {
    String sort = Generation.sort(source, subject);
    String partition = live.partition(projection, key, sort);
    GetItemResponse answer =
        dynamoDb.getItem(
            get ->
                get.tableName(table)
                    .key(Map.of("pk", text(partition), "sk", text(sort)))
                    .consistentRead(true));
    return answer.hasItem()
        ? Optional.ofNullable(optionalText(answer.item(), "version"))
        : Optional.empty();
  }
}
