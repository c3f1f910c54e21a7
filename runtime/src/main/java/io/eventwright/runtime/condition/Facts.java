package io.eventwright.runtime.condition;

import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What declared conditions are about, as JSON.
 *
 * @param roots gives what a path begins with, {@code event}, {@code state} or {@code next}; null
 *     for what is not there
 */
public record Facts(Function<String, @Nullable JsonValue> roots) {

  /**
   * Every value at a path; what stands in a list is looked at one by one, as a rule's pattern does.
   */
  List<JsonValue> at(List<String> path) {
    List<JsonValue> found = new ArrayList<>();
    JsonValue root = roots.apply(path.get(0));
    if (root != null) {
      collect(root, path, 1, found);
    }
    return found;
  }

  private static void collect(
      JsonValue value, List<String> path, int depth, List<JsonValue> found) {
    if (value instanceof JsonArray items) {
      items.forEach(item -> collect(item, path, depth, found));
    } else if (depth == path.size()) {
      found.add(value);
    } else if (value instanceof JsonObject object) {
      JsonValue member = object.get(path.get(depth));
      if (member != null) {
        collect(member, path, depth + 1, found);
      }
    }
  }
}
