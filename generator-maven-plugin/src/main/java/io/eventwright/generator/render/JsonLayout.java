package io.eventwright.generator.render;

import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;

/**
 * Lays JSON values out as people write them: two spaces to a level, and short arrays of plain
 * values on one line. Numbers stay as they are written.
 */
public final class JsonLayout {

  private static final int LINE = 100;

  private JsonLayout() {}

  /** The text of a value, with a line break at its end. */
  public static String of(JsonValue value) {
    StringBuilder text = new StringBuilder();
    append(value, "\n", text);
    return text.append('\n').toString();
  }

  private static void append(JsonValue value, String indent, StringBuilder text) {
    if (value instanceof JsonObject object && object.size() > 0) {
      String inner = indent + "  ";
      text.append('{');
      for (int i = 0; i < object.size(); i++) {
        text.append(i == 0 ? "" : ",").append(inner);
        text.append(new JsonString(object.name(i))).append(": ");
        append(object.value(i), inner, text);
      }
      text.append(indent).append('}');
    } else if (value instanceof JsonArray array && array.size() > 0) {
      append(array, indent, text);
    } else {
      text.append(value);
    }
  }

  private static void append(JsonArray array, String indent, StringBuilder text) {
    if (array.items().stream().noneMatch(JsonLayout::hasParts)) {
      String line = String.join(", ", array.items().stream().map(Object::toString).toList());
      if (line.length() <= LINE - indent.length()) {
        text.append('[').append(line).append(']');
        return;
      }
    }
    String inner = indent + "  ";
    text.append('[');
    for (int i = 0; i < array.size(); i++) {
      text.append(i == 0 ? "" : ",").append(inner);
      append(array.get(i), inner, text);
    }
    text.append(indent).append(']');
  }

  private static boolean hasParts(JsonValue value) {
    return value instanceof JsonObject || value instanceof JsonArray;
  }
}
