package io.eventwright.local.states.query;

import io.eventwright.local.states.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A path to exactly one place, where {@code ResultPath} puts a result. */
public final class ReferencePath {
  private ReferencePath() {}

  /**
   * The document with the value at that place; objects on the way are made where they are missing.
   * The document given stays as it is.
   */
  public static @Nullable Object put(
      String path, @Nullable Object document, @Nullable Object value) {
    return put(steps(path), 0, document, value, path);
  }

  private static @Nullable Object put(
      List<Object> steps, int at, @Nullable Object document, @Nullable Object value, String path) {
    if (at == steps.size()) {
      return value;
    }
    Object step = steps.get(at);
    if (step instanceof Integer index) {
      List<@Nullable Object> array = Json.asArray(document);
      if (array == null || index >= array.size()) {
        throw mismatch(step, document);
      }
      List<@Nullable Object> copy = new ArrayList<>(array);
      copy.set(index, put(steps, at + 1, array.get(index), value, path));
      return copy;
    }
    Map<String, @Nullable Object> object = Json.asObject(document);
    if (object == null && (document != null || at == 0)) {
      throw mismatch(step, document);
    }
    Map<String, @Nullable Object> copy =
        object == null ? new LinkedHashMap<>() : new LinkedHashMap<>(object);
    copy.put((String) step, put(steps, at + 1, copy.get(step), value, path));
    return copy;
  }

  private static QueryFailure mismatch(Object step, @Nullable Object document) {
    return QueryFailure.named(
        "States.ResultPathMatchFailure",
        "Unable to apply step \"%s\" to input %s".formatted(step, Json.write(document)));
  }

  /** The names and indexes of the path. */
  static List<Object> steps(String path) {
    List<Object> steps = new ArrayList<>();
    int at = 1;
    while (at < path.length()) {
      if (path.charAt(at) == '.') {
        int end = at + 1;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
          end++;
        }
        steps.add(path.substring(at + 1, end));
        at = end;
      } else if (path.charAt(at) == '[') {
        int end = path.indexOf(']', at);
        String inner = end < 0 ? "" : path.substring(at + 1, end).trim();
        if (inner.length() > 1 && (inner.startsWith("'") || inner.startsWith("\""))) {
          steps.add(inner.substring(1, inner.length() - 1));
        } else if (inner.matches("\\d{1,9}")) {
          steps.add(Integer.valueOf(inner));
        } else {
          throw notReference(path);
        }
        at = end + 1;
      } else {
        throw notReference(path);
      }
    }
    return steps;
  }

  private static QueryFailure notReference(String path) {
    return QueryFailure.runtime("Value is not a Reference Path: '" + path + "'");
  }

  /** Whether the text is a path to exactly one place. */
  public static boolean isReference(String path) {
    if (!path.startsWith("$")) {
      return false;
    }
    try {
      return steps(path).stream().noneMatch(step -> step.equals("*") || step.equals(""));
    } catch (QueryFailure notReference) {
      return false;
    }
  }
}
