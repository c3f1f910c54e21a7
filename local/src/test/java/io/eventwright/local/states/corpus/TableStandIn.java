package io.eventwright.local.states.corpus;

import io.eventwright.local.states.task.TaskOutcome;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A DynamoDB without any table, which is all that the recordings need. */
final class TableStandIn {
  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "putItem", List.of("TableName", "Item"),
          "getItem", List.of("TableName", "Key"),
          "deleteItem", List.of("TableName", "Key"),
          "updateItem", List.of("TableName", "Key"));

  private TableStandIn() {}

  static boolean knows(String action) {
    return REQUIRED.containsKey(action);
  }

  static TaskOutcome call(String action, Map<String, @Nullable Object> arguments) {
    for (String member : REQUIRED.getOrDefault(action, List.of())) {
      if (arguments.get(member) == null) {
        return failed(
            "DynamoDbException",
            "1 validation error detected: Value null at '"
                + Character.toLowerCase(member.charAt(0))
                + member.substring(1)
                + "' failed to satisfy constraint: Member must not be null");
      }
    }
    return failed("ResourceNotFoundException", "Requested resource not found");
  }

  private static TaskOutcome failed(String error, String message) {
    return new TaskOutcome.Failed(
        "DynamoDb." + error,
        message + " (Service: DynamoDb, Status Code: 400, Request ID: " + UUID.randomUUID() + ")");
  }
}
