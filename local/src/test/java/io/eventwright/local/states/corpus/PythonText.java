package io.eventwright.local.states.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value as the recorded functions' language puts it into a text. */
final class PythonText {
  private PythonText() {}

  static String of(@Nullable Object value) {
    return value instanceof String text ? text : literal(value);
  }

  private static String literal(@Nullable Object value) {
    if (value == null) {
      return "None";
    }
    if (value instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    if (value instanceof String text) {
      return text.contains("'") && !text.contains("\"")
          ? "\"" + text + "\""
          : "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
    if (value instanceof Map<?, ?> map) {
      List<String> members = new ArrayList<>();
      map.forEach((name, item) -> members.add(literal(name) + ": " + literal(item)));
      return "{" + String.join(", ", members) + "}";
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(PythonText::literal).toList()) + "]";
    }
    return value.toString();
  }
}
