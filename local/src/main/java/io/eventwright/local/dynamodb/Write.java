package io.eventwright.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One item that a call writes.
 *
 * @param table the table's name or ARN
 * @param item the item, or its key
 * @param deletes whether it goes
 */
record Write(String table, JsonNode item, boolean deletes) {

  /** The writes of a call, in its order; none if it only reads. */
  static List<Write> of(String operation, ObjectNode body) {
    List<Write> writes = new ArrayList<>();
    switch (operation) {
      case "PutItem" -> writes.add(put(body));
      case "UpdateItem" -> writes.add(new Write(table(body), body.path("Key"), false));
      case "DeleteItem" -> writes.add(new Write(table(body), body.path("Key"), true));
      case "TransactWriteItems" -> {
        for (JsonNode action : body.path("TransactItems")) {
          if (action.has("Put")) {
            writes.add(put(action.get("Put")));
          } else if (action.has("Update")) {
            writes.add(
                new Write(table(action.get("Update")), action.get("Update").path("Key"), false));
          } else if (action.has("Delete")) {
            writes.add(
                new Write(table(action.get("Delete")), action.get("Delete").path("Key"), true));
          }
        }
      }
      case "BatchWriteItem" ->
          body.path("RequestItems")
              .properties()
              .forEach(entry -> batch(entry.getKey(), entry.getValue(), writes));
      default -> {
        // Reads and table management ring nothing.
      }
    }
    return writes;
  }

  private static void batch(String table, JsonNode requests, List<Write> writes) {
    for (JsonNode request : requests) {
      if (request.has("PutRequest")) {
        writes.add(new Write(table, request.get("PutRequest").path("Item"), false));
      } else {
        writes.add(new Write(table, request.path("DeleteRequest").path("Key"), true));
      }
    }
  }

  private static Write put(JsonNode action) {
    return new Write(table(action), action.path("Item"), false);
  }

  private static String table(JsonNode action) {
    return action.path("TableName").asText();
  }
}
