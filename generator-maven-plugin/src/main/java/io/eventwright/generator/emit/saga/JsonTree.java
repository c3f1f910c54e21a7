package io.eventwright.generator.emit.saga;

import io.eventwright.runtime.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A tree of maps, lists and scalars as JSON on one line. */
final class JsonTree {

  private JsonTree() {}

  static String text(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(
              entry ->
                  new JsonString(String.valueOf(entry.getKey())) + ":" + text(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(JsonTree::text).collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof String text ? new JsonString(text).toString() : String.valueOf(value);
  }
}
