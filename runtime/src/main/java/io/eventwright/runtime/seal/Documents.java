package io.eventwright.runtime.seal;

import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Changes values at paths, and leaves all else as it is. */
final class Documents {
  private static final String EVERY = "*";

  private Documents() {}

  /**
   * The document with each value at a path replaced.
   *
   * @param change given the place, as a JSON Pointer, and the value; null takes the member out
   */
  static JsonValue change(
      JsonValue document,
      List<List<String>> paths,
      BiFunction<String, JsonValue, @Nullable JsonValue> change) {
    JsonValue changed = document;
    for (List<String> path : paths) {
      JsonValue next = at(changed, path, "", change);
      changed = next == null ? changed : next;
    }
    return changed;
  }

  private static @Nullable JsonValue at(
      JsonValue value,
      List<String> path,
      String place,
      BiFunction<String, JsonValue, @Nullable JsonValue> change) {
    if (path.isEmpty()) {
      return change.apply(place, value);
    }
    List<String> rest = path.subList(1, path.size());
    if (value instanceof JsonObject object) {
      return member(object, path.get(0), rest, place, change);
    }
    if (value instanceof JsonArray array && path.get(0).equals(EVERY)) {
      List<JsonValue> items = new ArrayList<>(array.size());
      for (int i = 0; i < array.size(); i++) {
        JsonValue item = at(array.get(i), rest, place + "/" + i, change);
        if (item != null) {
          items.add(item);
        }
      }
      return JsonArray.of(items);
    }
    return value;
  }

  private static JsonObject member(
      JsonObject object,
      String name,
      List<String> rest,
      String place,
      BiFunction<String, JsonValue, @Nullable JsonValue> change) {
    boolean every = name.equals(EVERY) && !object.has(EVERY);
    if (!every && !object.has(name)) {
      return object;
    }
    JsonObject.Builder members = JsonObject.builder();
    for (int i = 0; i < object.size(); i++) {
      String each = object.name(i);
      JsonValue value =
          every || each.equals(name)
              ? at(object.value(i), rest, place + "/" + escaped(each), change)
              : object.value(i);
      if (value != null) {
        members.put(each, value);
      }
    }
    return members.build();
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** The text, or number as text, at a path of members; null when there is none. */
  static @Nullable String text(JsonValue document, List<String> path) {
    JsonValue value = document;
    for (String name : path) {
      value = value instanceof JsonObject object ? object.get(name) : null;
      if (value == null) {
        return null;
      }
    }
    if (value instanceof JsonString string) {
      return string.value().isEmpty() ? null : string.value();
    }
    return value instanceof JsonNumber number ? number.toString() : null;
  }
}
