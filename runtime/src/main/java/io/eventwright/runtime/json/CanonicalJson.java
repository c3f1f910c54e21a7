package io.eventwright.runtime.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The canonical form (RFC 8785) of values. */
final class CanonicalJson {

  /** ECMA-262, Number::toString: from here on, and from there down, an exponent is written. */
  private static final int LARGEST_PLAIN = 21;

  private static final int SMALLEST_PLAIN = -6;

  private CanonicalJson() {}

  static byte[] bytes(JsonValue value) {
    StringBuilder text = new StringBuilder();
    append(value, text);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(JsonValue value, StringBuilder text) {
    if (value instanceof JsonObject object) {
      Integer[] order = new Integer[object.size()];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparing(object::name));
      text.append('{');
      for (int i = 0; i < order.length; i++) {
        if (i > 0) {
          text.append(',');
        }
        JsonText.quote(object.name(order[i]), text);
        text.append(':');
        append(object.value(order[i]), text);
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
    } else if (value instanceof JsonNumber number) {
      number(number.decimalValue(), text);
    } else {
      text.append(value);
    }
  }

  private static void number(BigDecimal value, StringBuilder text) {
    if (value.signum() == 0) {
      text.append('0');
      return;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    String digits = stripped.unscaledValue().abs().toString();
    int count = digits.length();
    // The value is 0.DIGITS times ten to this power.
    int point = count - stripped.scale();
    if (stripped.signum() < 0) {
      text.append('-');
    }
    if (count <= point && point <= LARGEST_PLAIN) {
      text.append(digits).append("0".repeat(point - count));
    } else if (0 < point && point <= LARGEST_PLAIN) {
      text.append(digits, 0, point).append('.').append(digits, point, count);
    } else if (SMALLEST_PLAIN < point && point <= 0) {
      text.append("0.").append("0".repeat(-point)).append(digits);
    } else {
      text.append(digits.charAt(0));
      if (count > 1) {
        text.append('.').append(digits, 1, count);
      }
      text.append('e').append(point - 1 < 0 ? "-" : "+").append(Math.abs(point - 1));
    }
  }
}
