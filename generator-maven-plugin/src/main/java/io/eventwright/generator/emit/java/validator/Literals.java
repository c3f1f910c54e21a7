package io.eventwright.generator.emit.java.validator;

import com.palantir.javapoet.CodeBlock;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Values of schemas as Java expressions. Whatever they hold, they stay inside their quotes. */
final class Literals {

  /** A constant of a class file has at most 65,535 bytes; a UTF-16 unit takes at most three. */
  private static final int LONGEST_STRING = 16_000;

  private Literals() {}

  /** A string in quotes. */
  static String string(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> {
          // Only what a reader can see is left as it is: no controls, directions or half pairs.
          if (c >= ' ' && c <= '~' || c > '~' && Character.isLetterOrDigit(c)) {
            literal.append(c);
          } else {
            literal.append(String.format("\\u%04x", (int) c));
          }
        }
      }
    }
    return literal.append('"').toString();
  }

  /** The arguments for {@code JsonConstants}: a value's JSON text, in parts where it is long. */
  static CodeBlock json(JsonValue value) {
    String text = value.toString();
    List<CodeBlock> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length() || parts.isEmpty()) {
      int end = Math.min(text.length(), at + LONGEST_STRING);
      parts.add(CodeBlock.of("$L", string(text.substring(at, end))));
      at = end;
    }
    return CodeBlock.join(parts, ", ");
  }

  /** The same for the items of an array. */
  static CodeBlock json(List<JsonValue> items) {
    return json(JsonArray.of(items));
  }

  /** Whether a string is short enough for a class file. */
  static boolean isConstant(String text) {
    return text.length() <= LONGEST_STRING;
  }

  /** A string of any length as an expression. */
  static CodeBlock text(String text) {
    return isConstant(text)
        ? CodeBlock.of("$L", string(text))
        : CodeBlock.of("$T.text($L)", RuntimeTypes.CONSTANTS, json(new JsonString(text)));
  }

  /** Whether a number is whole and fits a long, so that it needs no constant. */
  static boolean isLong(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() <= 18;
  }
}
