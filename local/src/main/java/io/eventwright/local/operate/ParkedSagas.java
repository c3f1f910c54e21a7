package io.eventwright.local.operate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The rows of sagas that wait for a person, as their state machines write them.
 *
 * @param tables where the table is
 * @param table the control table's name
 */
record ParkedSagas(DynamoDbClient tables, String table) {

  private static final String PREFIX = "parked#";

  /** One flow of one execution that waits. */
  record Row(Map<String, AttributeValue> item) {

    String text(String name) {
      AttributeValue value = item.get(name);
      return value == null || value.s() == null ? "" : value.s();
    }

    /** What a person names it by: the execution, and its state where several wait. */
    String place() {
      return text("pk").substring(PREFIX.length());
    }

    boolean isOf(String named) {
      return text("execution").equals(named)
          || text("executionArn").equals(named)
          || place().equals(named)
          || text("event").equals(named);
    }
  }

  /** All of them, longest first. */
  List<Row> all() {
    // The table is small: claims, callbacks and breakers, each with a time to live.
    return tables
        .scanPaginator(
            scan ->
                scan.tableName(table)
                    .consistentRead(true)
                    .filterExpression("begins_with(pk, :parked)")
                    .expressionAttributeValues(Map.of(":parked", AttributeValue.fromS(PREFIX))))
        .items()
        .stream()
        .map(Row::new)
        .sorted(Comparator.comparing((Row row) -> row.text("at")).thenComparing(Row::place))
        .toList();
  }

  /**
   * Those that a person means: by execution, its ARN, its event's id, or the place as it is listed.
   *
   * @throws IllegalArgumentException when there is none
   */
  List<Row> of(String named) {
    List<Row> found = all().stream().filter(row -> row.isOf(named)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "No saga waits for a person by that name; sagas list shows those that do.");
    }
    return found;
  }

  /** Takes a row out, unless the saga has parked again meanwhile and wrote another. */
  void remove(Row row) {
    try {
      tables.deleteItem(
          delete ->
              delete
                  .tableName(table)
                  .key(Map.of("pk", AttributeValue.fromS(row.text("pk"))))
                  .conditionExpression("#token = :token")
                  .expressionAttributeNames(Map.of("#token", "token"))
                  .expressionAttributeValues(
                      Map.of(":token", AttributeValue.fromS(row.text("token")))));
    } catch (ConditionalCheckFailedException e) {
      // It waits again already, by another row.
      return;
    }
  }
}
