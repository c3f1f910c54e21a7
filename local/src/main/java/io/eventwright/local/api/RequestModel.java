package io.eventwright.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A REST API's model, as far as generated templates go: {@code type} and {@code required} of the
 * body itself. What else a model says is a problem of the template, so that nothing is passed over.
 */
final class RequestModel {
  private static final Set<String> KNOWN =
      Set.of("$schema", "title", "description", "type", "required");

  private RequestModel() {}

  static List<String> unsupported(JsonNode schema) {
    List<String> names = new ArrayList<>();
    schema.fieldNames().forEachRemaining(names::add);
    names.removeIf(KNOWN::contains);
    if (!schema.path("type").asText("object").equals("object")) {
      names.add("type " + schema.path("type"));
    }
    return names;
  }

  static boolean fits(JsonNode schema, byte[] body) {
    JsonNode value;
    try {
      value = Json.parse(body);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (!value.isObject()) {
      return !schema.has("type");
    }
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asText())) {
        return false;
      }
    }
    return true;
  }
}
