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

  /**
   * The names and indexes of the path. In a name that follows a dot a backslash takes a sign's
   * meaning away; a name between quotes stands as it is.
   */
  static List<Object> steps(String path) {
    List<Object> steps = new ArrayList<>();
    int at = 1;
    while (at < path.length()) {
      char sign = path.charAt(at);
      if (sign == '.') {
        StringBuilder name = new StringBuilder();
        at = name(path, at + 1, name);
        steps.add(name.toString());
      } else if (sign == '[' && at + 1 < path.length() && "'\"".indexOf(path.charAt(at + 1)) >= 0) {
        int end = path.indexOf(path.charAt(at + 1) + "]", at + 2);
        if (end < 0) {
          throw notReference(path);
        }
        steps.add(path.substring(at + 2, end));
        at = end + 2;
      } else if (sign == '[') {
        int end = path.indexOf(']', at);
        String inner = end < 0 ? "" : path.substring(at + 1, end).trim();
        if (!inner.matches("\\d{1,9}")) {
          throw notReference(path);
        }
        steps.add(Integer.valueOf(inner));
        at = end + 1;
      } else {
        throw notReference(path);
      }
    }
    return steps;
  }

  private static int name(String path, int from, StringBuilder name) {
    int at = from;
    while (at < path.length() && path.charAt(at) != '.' && path.charAt(at) != '[') {
      if (path.charAt(at) == '\\' && at + 1 < path.length()) {
        at++;
      } else if ("*?@,:()".indexOf(path.charAt(at)) >= 0) {
        throw notReference(path);
      }
      name.append(path.charAt(at++));
    }
    if (name.isEmpty()) {
      throw notReference(path);
    }
    return at;
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
      steps(path);
      return true;
    } catch (QueryFailure notReference) {
      return false;
    }
  }
}
