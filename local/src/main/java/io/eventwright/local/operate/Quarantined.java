package io.eventwright.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * A message in quarantine, and why it is there.
 *
 * @param held as the queue gave it
 * @param content the object that the runtime wrote, see {@code Quarantine}
 */
record Quarantined(Message held, JsonNode content) {

  static Quarantined of(Message message) {
    JsonNode content;
    try {
      content = Json.parse(message.body());
    } catch (IllegalArgumentException e) {
      content = Json.object().put("reason", "unreadable").put("message", message.body());
    }
    return new Quarantined(message, content);
  }

  /** How a person names it: the beginning of the queue's message id. */
  String id() {
    return held.messageId();
  }

  String text(String field) {
    return content.path(field).asText();
  }

  String line() {
    return "%s  %s  %-20s %-18s %s"
        .formatted(
            id().substring(0, Math.min(8, id().length())),
            text("at"),
            text("consumer"),
            text("reason"),
            text("sentence"));
  }
}
