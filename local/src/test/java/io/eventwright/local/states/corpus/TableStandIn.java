package io.eventwright.local.states.corpus;

import io.eventwright.local.states.task.TaskOutcome;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A DynamoDB without any table, which is all that the recordings need. */
final class TableStandIn {
  private TableStandIn() {}

  static TaskOutcome put(Map<String, @Nullable Object> arguments) {
    for (String member : new String[] {"TableName", "Item"}) {
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
