package io.eventwright.proof.saga;

import io.eventwright.local.states.task.TaskOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * What Step Functions does with tables by itself, in the words of a task's arguments.
 *
 * @param tables where it does it
 */
record ItemTasks(Tables tables) {

  /** Writes an item; an SDK integration calls its errors otherwise than an optimised one. */
  TaskOutcome put(Map<?, ?> arguments, String errors) {
    try {
      tables.putItem(
          put ->
              put.tableName(String.valueOf(arguments.get("TableName")))
                  .item(attributes(arguments.get("Item")))
                  .conditionExpression((String) arguments.get("ConditionExpression"))
                  .expressionAttributeNames(texts(arguments.get("ExpressionAttributeNames")))
                  .expressionAttributeValues(
                      attributes(arguments.get("ExpressionAttributeValues"))));
      return new TaskOutcome.Succeeded(Map.of());
    } catch (ConditionalCheckFailedException e) {
      return new TaskOutcome.Failed(errors + ".ConditionalCheckFailedException", e.getMessage());
    }
  }

  /** Changes an item. */
  TaskOutcome update(Map<?, ?> arguments) {
    try {
      return new TaskOutcome.Succeeded(
          Map.of(
              "Attributes",
              plain(
                  tables
                      .updateItem(
                          update ->
                              update
                                  .tableName(String.valueOf(arguments.get("TableName")))
                                  .key(attributes(arguments.get("Key")))
                                  .conditionExpression(
                                      (String) arguments.get("ConditionExpression"))
                                  .updateExpression(
                                      String.valueOf(arguments.get("UpdateExpression")))
                                  .expressionAttributeNames(
                                      texts(arguments.get("ExpressionAttributeNames")))
                                  .expressionAttributeValues(
                                      attributes(arguments.get("ExpressionAttributeValues"))))
                      .attributes())));
    } catch (ConditionalCheckFailedException e) {
      return new TaskOutcome.Failed("DynamoDB.ConditionalCheckFailedException", e.getMessage());
    }
  }

  /** Reads an item. */
  TaskOutcome get(Map<?, ?> arguments) {
    Map<String, AttributeValue> item =
        tables
            .getItem(
                get ->
                    get.tableName(String.valueOf(arguments.get("TableName")))
                        .key(attributes(arguments.get("Key"))))
            .item();
    return new TaskOutcome.Succeeded(
        item == null || item.isEmpty() ? Map.of() : Map.of("Item", plain(item)));
  }

  private static Map<String, @Nullable Object> plain(Map<String, AttributeValue> item) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    item.forEach((name, value) -> plain.put(name, Map.of("S", String.valueOf(value.s()))));
    return plain;
  }

  private static Map<String, String> texts(@Nullable Object json) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (json instanceof Map<?, ?> object) {
      object.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
    }
    return texts;
  }

  /** An item, or a key of one. */
  static Map<String, AttributeValue> attributes(@Nullable Object json) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    if (json instanceof Map<?, ?> object) {
      object.forEach(
          (name, value) -> attributes.put(String.valueOf(name), attribute((Map<?, ?>) value)));
    }
    return attributes;
  }

  private static AttributeValue attribute(Map<?, ?> value) {
    return value.containsKey("N")
        ? AttributeValue.fromN(String.valueOf(value.get("N")))
        : AttributeValue.fromS(String.valueOf(value.get("S")));
  }
}
