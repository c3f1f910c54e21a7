package io.eventwright.runtime.task;

import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.SystemRuntime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The row of the control table in which a state machine and a container speak with each other.
 *
 * @param runtime where the table is
 * @param key {@code task#<saga>#<step>#<execution>}, and within a map the item's index
 */
record TaskRow(SystemRuntime runtime, String key) {

  /** What the row says, by its attribute {@code state}. */
  static final String ASKED = "asked";

  static final String DONE = "done";

  /** What stands in it; empty when there is none. */
  Map<String, AttributeValue> read() {
    return runtime
        .clients()
        .dynamoDb()
        .getItem(
            get ->
                get.tableName(runtime.settings().controlTable())
                    .key(Map.of("pk", text(key)))
                    .consistentRead(true))
        .item();
  }

  /** An attribute's text; empty when there is none. */
  static String member(Map<String, AttributeValue> row, String name) {
    AttributeValue value = row.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }

  /**
   * Notes that it is done.
   *
   * @return false when it was done or undone before
   */
  boolean done(@Nullable String result) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":asked", text(ASKED));
    values.put(":done", text(DONE));
    if (result != null) {
      values.put(":result", text(result));
    }
    try {
      runtime
          .clients()
          .dynamoDb()
          .updateItem(
              update ->
                  update
                      .tableName(runtime.settings().controlTable())
                      .key(Map.of("pk", text(key)))
                      .conditionExpression("#state = :asked")
                      .updateExpression(
                          result == null
                              ? "SET #state = :done"
                              : "SET #state = :done, #result = :result")
                      .expressionAttributeNames(
                          result == null
                              ? Map.of("#state", "state")
                              : Map.of("#state", "state", "#result", "result"))
                      .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }
}
