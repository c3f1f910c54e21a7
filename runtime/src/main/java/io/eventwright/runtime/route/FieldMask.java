package io.eventwright.runtime.route;

import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonValue;
import java.util.List;

/** Leaves fields out of a document. */
public final class FieldMask {
  private FieldMask() {}

  /**
   * The document without them.
   *
   * @param paths each of names, and {@code *} for every item of an array or member of an object
   */
  public static JsonValue without(JsonValue document, List<List<String>> paths) {
    JsonValue left = document;
    for (List<String> path : paths) {
      left = without(left, path, 0);
    }
    return left;
  }

  private static JsonValue without(JsonValue value, List<String> path, int depth) {
    String part = path.get(depth);
    boolean last = depth == path.size() - 1;
    if (value instanceof JsonArray array && part.equals("*")) {
      return last
          ? JsonArray.of()
          : JsonArray.of(
              array.items().stream().map(item -> without(item, path, depth + 1)).toList());
    }
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    JsonObject.Builder builder = JsonObject.builder();
    for (int i = 0; i < object.size(); i++) {
      boolean meant = part.equals("*") || part.equals(object.name(i));
      if (!meant) {
        builder.put(object.name(i), object.value(i));
      } else if (!last) {
        builder.put(object.name(i), without(object.value(i), path, depth + 1));
      }
    }
    return builder.build();
  }
}
