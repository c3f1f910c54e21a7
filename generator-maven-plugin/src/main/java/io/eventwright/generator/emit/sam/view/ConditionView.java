package io.eventwright.generator.emit.sam.view;

import java.util.List;

/**
 * One condition of a policy's statement.
 *
 * @param operator such as {@code StringEquals}
 * @param key such as {@code kms:ViaService}
 * @param values of which one must match, with {@code ${...}} for what the stack knows
 */
public record ConditionView(String operator, String key, List<String> values) {

  /** Keeps the list immutable. */
  public ConditionView {
    values = List.copyOf(values);
  }

  /** A condition with one value. */
  public ConditionView(String operator, String key, String value) {
    this(operator, key, List.of(value));
  }
}
