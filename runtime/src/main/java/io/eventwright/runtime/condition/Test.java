package io.eventwright.runtime.condition;

import io.eventwright.runtime.json.JsonBoolean;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/** One test of what is at a path: the same tests as {@code where} has, with the same meaning. */
@FunctionalInterface
public interface Test {

  /**
   * Whether it is passed.
   *
   * @param values everything at the path; empty when nothing is there
   */
  boolean passes(List<JsonValue> values);

  /** One of them is that text. */
  static Test is(String text) {
    return any(value -> value instanceof JsonString string && string.value().equals(text));
  }

  /** One of them is that number, however it is written. */
  static Test is(BigDecimal number) {
    return any(value -> value instanceof JsonNumber one && one.compareTo(number) == 0);
  }

  /** One of them is that truth value. */
  static Test is(boolean truth) {
    return any(value -> value instanceof JsonBoolean one && one.value() == truth);
  }

  /** One of them is null. */
  static Test isNull() {
    return any(JsonNull.class::isInstance);
  }

  /** One of them is a text that begins with that. */
  static Test beginsWith(String prefix) {
    return any(value -> value instanceof JsonString string && string.value().startsWith(prefix));
  }

  /** One of them is a text that ends with that. */
  static Test endsWith(String suffix) {
    return any(value -> value instanceof JsonString string && string.value().endsWith(suffix));
  }

  /** One of them passes none of these tests. */
  static Test anythingBut(Test... tests) {
    return any(
        value -> {
          for (Test test : tests) {
            if (test.passes(List.of(value))) {
              return false;
            }
          }
          return true;
        });
  }

  /** Something is there, or nothing is. */
  static Test exists(boolean there) {
    return values -> values.isEmpty() != there;
  }

  /**
   * One of them is a number within a bound.
   *
   * @param operator one of {@code = < <= > >=}
   */
  static Test number(String operator, BigDecimal bound) {
    return any(value -> value instanceof JsonNumber one && holds(one.compareTo(bound), operator));
  }

  /** One of them is a number within two bounds. */
  static Test number(
      String operator, BigDecimal bound, String secondOperator, BigDecimal secondBound) {
    return any(
        value ->
            value instanceof JsonNumber one
                && holds(one.compareTo(bound), operator)
                && holds(one.compareTo(secondBound), secondOperator));
  }

  private static Test any(Predicate<JsonValue> matches) {
    return values -> values.stream().anyMatch(matches);
  }

  private static boolean holds(int comparison, String operator) {
    return switch (operator) {
      case "=" -> comparison == 0;
      case "<" -> comparison < 0;
      case "<=" -> comparison <= 0;
      case ">" -> comparison > 0;
      case ">=" -> comparison >= 0;
      default -> throw new IllegalArgumentException("no operator " + operator);
    };
  }
}
