package io.eventwright.runtime.json;

import io.eventwright.runtime.json.pattern.EcmaPattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What generated reports say: a method for each keyword that is one question to the value, which
 * reports when the answer is no. Messages are made here, and only when they are needed.
 */
public abstract sealed class KeywordReports permits Violations {

  private static final int LONGEST_QUOTE = 60;

  private static final int MOST_VALUES = 20;

  KeywordReports() {}

  /**
   * Reports that a keyword here is not met.
   *
   * @param keyword empty for the schema {@code false}
   * @param message what is wrong with the value
   */
  public abstract void fail(String keyword, String message);

  /** Reports unless the keyword's condition holds. */
  public final void require(boolean holds, String keyword, String message) {
    if (!holds) {
      fail(keyword, message);
    }
  }

  /** {@code enum}. */
  public final void enumeration(JsonValue value, Set<JsonValue> values) {
    if (!values.contains(value)) {
      fail(
          "enum",
          "must be one of "
              + quote(
                  values.stream()
                      .limit(MOST_VALUES)
                      .map(JsonValue::toString)
                      .collect(Collectors.joining(", "))));
    }
  }

  /** {@code const}. */
  public final void constant(JsonValue value, JsonValue constant) {
    if (!constant.equals(value)) {
      fail("const", "must be " + quote(constant.toString()));
    }
  }

  /** {@code minimum}. */
  public final void minimum(JsonNumber number, long bound) {
    if (number.compareTo(bound) < 0) {
      fail("minimum", "must be at least " + bound);
    }
  }

  /** {@code minimum}. */
  public final void minimum(JsonNumber number, BigDecimal bound) {
    if (number.compareTo(bound) < 0) {
      fail("minimum", "must be at least " + bound);
    }
  }

  /** {@code exclusiveMinimum}. */
  public final void exclusiveMinimum(JsonNumber number, long bound) {
    if (number.compareTo(bound) <= 0) {
      fail("exclusiveMinimum", "must be above " + bound);
    }
  }

  /** {@code exclusiveMinimum}. */
  public final void exclusiveMinimum(JsonNumber number, BigDecimal bound) {
    if (number.compareTo(bound) <= 0) {
      fail("exclusiveMinimum", "must be above " + bound);
    }
  }

  /** {@code maximum}. */
  public final void maximum(JsonNumber number, long bound) {
    if (number.compareTo(bound) > 0) {
      fail("maximum", "must be at most " + bound);
    }
  }

  /** {@code maximum}. */
  public final void maximum(JsonNumber number, BigDecimal bound) {
    if (number.compareTo(bound) > 0) {
      fail("maximum", "must be at most " + bound);
    }
  }

  /** {@code exclusiveMaximum}. */
  public final void exclusiveMaximum(JsonNumber number, long bound) {
    if (number.compareTo(bound) >= 0) {
      fail("exclusiveMaximum", "must be below " + bound);
    }
  }

  /** {@code exclusiveMaximum}. */
  public final void exclusiveMaximum(JsonNumber number, BigDecimal bound) {
    if (number.compareTo(bound) >= 0) {
      fail("exclusiveMaximum", "must be below " + bound);
    }
  }

  /** {@code multipleOf}. */
  public final void multipleOf(JsonNumber number, long divisor) {
    if (!number.isMultipleOf(divisor)) {
      fail("multipleOf", "must be a multiple of " + divisor);
    }
  }

  /** {@code multipleOf}. */
  public final void multipleOf(JsonNumber number, BigDecimal divisor) {
    if (!number.isMultipleOf(divisor)) {
      fail("multipleOf", "must be a multiple of " + divisor);
    }
  }

  /** {@code minLength}. */
  public final void minLength(JsonString text, int length) {
    if (Checks.isShorter(text.value(), length)) {
      fail("minLength", "must have at least " + count(length, "character"));
    }
  }

  /** {@code maxLength}. */
  public final void maxLength(JsonString text, int length) {
    if (Checks.isLonger(text.value(), length)) {
      fail("maxLength", "must have at most " + count(length, "character"));
    }
  }

  /** {@code pattern}. */
  public final void pattern(JsonString text, EcmaPattern pattern) {
    if (!pattern.find(text.value())) {
      fail("pattern", "must match " + quote(pattern.toString()));
    }
  }

  /** {@code format}. */
  public final void format(boolean holds, String format) {
    if (!holds) {
      fail("format", "must be in the format " + format);
    }
  }

  /** {@code minItems}. */
  public final void minItems(JsonArray array, int size) {
    if (array.size() < size) {
      fail("minItems", "must have at least " + count(size, "item"));
    }
  }

  /** {@code maxItems}. */
  public final void maxItems(JsonArray array, int size) {
    if (array.size() > size) {
      fail("maxItems", "must have at most " + count(size, "item"));
    }
  }

  /** {@code uniqueItems}. */
  public final void uniqueItems(JsonArray array) {
    if (!Checks.areUnique(array)) {
      fail("uniqueItems", "must not have an item twice");
    }
  }

  /** {@code minProperties}. */
  public final void minProperties(JsonObject object, int size) {
    if (object.size() < size) {
      fail("minProperties", "must have at least " + count(size, "member"));
    }
  }

  /** {@code maxProperties}. */
  public final void maxProperties(JsonObject object, int size) {
    if (object.size() > size) {
      fail("maxProperties", "must have at most " + count(size, "member"));
    }
  }

  /** {@code required}. */
  public final void required(JsonObject object, String... names) {
    required(object, List.of(names));
  }

  /** {@code required}. */
  public final void required(JsonObject object, List<String> names) {
    for (String name : names) {
      if (!object.has(name)) {
        fail("required", "lacks the member " + quote(name));
      }
    }
  }

  private static String quote(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
  }

  private static String count(int number, String what) {
    return number == 1 ? "1 " + what : number + " " + what + "s";
  }
}
