package io.eventwright.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that was published to a topic.
 *
 * @param id given by the topic
 * @param topicArn where it was published
 * @param subject of an e-mail; null for none
 * @param body the text
 * @param attributes by name
 */
record Notification(
    String id,
    String topicArn,
    @Nullable String subject,
    String body,
    Map<String, Attribute> attributes) {

  /**
   * @param type {@code String}, {@code String.Array}, {@code Number} or {@code Binary}
   * @param value as text; of binary, its Base64
   */
  record Attribute(String type, String value) {}

  Notification {
    attributes = new LinkedHashMap<>(attributes);
  }

  /** As the service counts it: the body and all of its attributes. */
  int size() {
    int size = bytes(body);
    for (Map.Entry<String, Attribute> each : attributes.entrySet()) {
      size += bytes(each.getKey()) + bytes(each.getValue().type()) + bytes(each.getValue().value());
    }
    return size;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The body as a filter policy sees it; null when it is no JSON object. */
  @Nullable ObjectNode bodyAsObject() {
    try {
      return Json.parse(body) instanceof ObjectNode object ? object : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** The attributes as a filter policy sees them; it takes no notice of binary ones. */
  ObjectNode attributesAsObject() {
    ObjectNode seen = Json.object();
    attributes.forEach(
        (name, attribute) -> {
          JsonNode value = value(attribute);
          if (value != null) {
            seen.set(name, value);
          }
        });
    return seen;
  }

  private static @Nullable JsonNode value(Attribute attribute) {
    try {
      return switch (attribute.type().split("\\.")[0] + (isArray(attribute) ? "[]" : "")) {
        case "String" -> Json.toTree(attribute.value());
        case "String[]" -> Json.parse(attribute.value());
        case "Number" -> Json.toTree(new BigDecimal(attribute.value()));
        default -> null;
      };
    } catch (IllegalArgumentException e) {
      return null; // neither a list nor a number after all
    }
  }

  private static boolean isArray(Attribute attribute) {
    return attribute.type().equals("String.Array");
  }
}
