package io.eventwright.generator.model.source;

import io.eventwright.generator.model.Condition;
import java.util.List;

/**
 * One line of {@code where}.
 *
 * @param path from the envelope on, such as {@code [data, currency]}
 * @param tests any of which must hold
 */
public record ConditionSource(Located<List<String>> path, List<Located<Condition.Test>> tests) {

  /** Keeps the tests immutable. */
  public ConditionSource {
    tests = List.copyOf(tests);
  }
}
