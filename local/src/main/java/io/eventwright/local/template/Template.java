package io.eventwright.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template as it is written: nothing evaluated yet, every function in its long form.
 *
 * @param root the whole document
 * @param positions where each path, such as {@code Resources/Orders/Properties}, stands
 */
record Template(Map<String, @Nullable Object> root, Map<String, Position> positions) {

  /** A section such as {@code Resources}; empty if there is none. */
  Map<String, @Nullable Object> section(String name) {
    return root.get(name) instanceof Map<?, ?> map ? asMap(map) : Map.of();
  }

  /** Where the path, or the nearest thing above it, stands. */
  Position position(String path) {
    String nearest = path;
    while (!nearest.isEmpty()) {
      Position position = positions.get(nearest);
      if (position != null) {
        return position;
      }
      nearest = nearest.contains("/") ? nearest.substring(0, nearest.lastIndexOf('/')) : "";
    }
    return Position.START;
  }

  static Map<String, @Nullable Object> asMap(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }
}
