package io.eventwright.generator.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code where}.
 *
 * @param path from the envelope on, such as {@code [data, price, currency]}
 * @param tests any of which must hold
 */
public record Condition(List<String> path, List<Test> tests) {
  public Condition {
    path = List.copyOf(path);
    tests = List.copyOf(tests);
  }

  /** A test of one field. */
  public sealed interface Test {}

  /** Equal to a string, number, boolean or null. */
  public record Equal(@Nullable Object value) implements Test {}

  /** Starts with. */
  public record Prefix(String prefix) implements Test {}

  /** Ends with. */
  public record Suffix(String suffix) implements Test {}

  /** None of these. */
  public record AnythingBut(List<Object> values) implements Test {
    public AnythingBut {
      values = List.copyOf(values);
    }
  }

  /** Is there, or is not. */
  public record Exists(boolean there) implements Test {}

  /** Within bounds: operator is one of {@code = < <= > >=}. */
  public record Numeric(List<Bound> bounds) implements Test {
    public Numeric {
      bounds = List.copyOf(bounds);
    }
  }

  /** One bound of a {@link Numeric}. */
  public record Bound(String operator, BigDecimal value) {}
}
