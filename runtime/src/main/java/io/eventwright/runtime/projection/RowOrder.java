package io.eventwright.runtime.projection;

import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what the rows of a key are sorted when they are read: a whole number or a text of the row.
 *
 * @param path of the field within the row
 * @param descending whether the largest comes first
 */
public record RowOrder(List<String> path, boolean descending) {
  private static final int DIGITS = 20;
  private static final int LONGEST_TEXT = 200;

  public RowOrder {
    path = List.copyOf(path);
  }

  /** As {@code system.yaml} says it: {@code total desc}. */
  public String text() {
    return String.join(".", path) + (descending ? " desc" : " asc");
  }

  /** What {@link #text()} gave. */
  public static RowOrder of(String text) {
    int space = text.lastIndexOf(' ');
    return new RowOrder(List.of(text.substring(0, space).split("\\.", -1)), text.endsWith(" desc"));
  }

  /**
   * A row's place: a text that sorts as the field does. Rows that are alike stand in an order of
   * their own, which stays. A row without the field comes before all others that have it.
   */
  String rank(JsonValue row, String sort) {
    return place(field(row))
        + "#"
        + Sha256.hex(sort.getBytes(StandardCharsets.UTF_8)).substring(0, 24);
  }

  private @Nullable JsonValue field(JsonValue row) {
    JsonValue value = row;
    for (String name : path) {
      value = value instanceof JsonObject object ? object.get(name) : null;
    }
    return value;
  }

  private static String place(@Nullable JsonValue value) {
    if (value instanceof JsonNumber number) {
      return "n" + digits(number);
    }
    if (value instanceof JsonString text) {
      String whole = text.value();
      return "t" + (whole.length() <= LONGEST_TEXT ? whole : cut(whole));
    }
    return "-";
  }

  /** A pair of surrogates stays together: half of one is no text that a table takes. */
  private static String cut(String text) {
    int end =
        Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
    return text.substring(0, end);
  }

  /** Counted from the smallest of 64 bits, so that all have as many digits and none a sign. */
  private static String digits(JsonNumber number) {
    long value =
        number.fitsLong()
            ? number.longValue()
            : number.compareTo(0) < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    String text = Long.toUnsignedString(value ^ Long.MIN_VALUE);
    return "0".repeat(DIGITS - text.length()) + text;
  }
}
