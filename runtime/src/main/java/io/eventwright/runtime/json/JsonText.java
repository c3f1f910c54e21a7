package io.eventwright.runtime.json;

/** The text of values, for messages and logs. */
final class JsonText {

  private JsonText() {}

  static String of(JsonValue value) {
    StringBuilder text = new StringBuilder();
    append(value, text);
    return text.toString();
  }

  private static void append(JsonValue value, StringBuilder text) {
    if (value instanceof JsonObject object) {
      text.append('{');
      for (int i = 0; i < object.size(); i++) {
        if (i > 0) {
          text.append(',');
        }
        quote(object.name(i), text);
        text.append(':');
        append(object.value(i), text);
      }
      text.append('}');
    } else if (value instanceof JsonArray array) {
      text.append('[');
      for (int i = 0; i < array.size(); i++) {
        if (i > 0) {
          text.append(',');
        }
        append(array.get(i), text);
      }
      text.append(']');
    } else if (value instanceof JsonString string) {
      quote(string.value(), text);
    } else {
      text.append(value);
    }
  }

  /** Appends a string in quotes, with the escapes of RFC 8785, section 3.2.2.2. */
  static void quote(String string, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\f' -> text.append("\\f");
        case '\r' -> text.append("\\r");
        default -> {
          if (c < ' ') {
            text.append("\\u00")
                .append(c < 0x10 ? '0' : '1')
                .append("0123456789abcdef".charAt(c & 15));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
