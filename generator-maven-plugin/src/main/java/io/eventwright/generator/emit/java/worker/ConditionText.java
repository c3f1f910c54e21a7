package io.eventwright.generator.emit.java.worker;

import io.eventwright.generator.model.Condition;
import java.util.Collection;
import java.util.stream.Collectors;

/** A condition as a person would say it: {@code data.currency is EUR or is USD}. */
public final class ConditionText {
  private ConditionText() {}

  /** The sentence. */
  public static String of(Condition condition) {
    return String.join(".", condition.path())
        + " "
        + condition.tests().stream().map(ConditionText::test).collect(Collectors.joining(" or "));
  }

  private static String test(Condition.Test test) {
    if (test instanceof Condition.Equal equal) {
      return "is " + equal.value();
    } else if (test instanceof Condition.Prefix prefix) {
      return "begins with " + prefix.prefix();
    } else if (test instanceof Condition.Suffix suffix) {
      return "ends with " + suffix.suffix();
    } else if (test instanceof Condition.AnythingBut anythingBut) {
      return "is none of " + list(anythingBut.values());
    } else if (test instanceof Condition.Exists exists) {
      return exists.there() ? "is there" : "is not there";
    } else if (test instanceof Condition.Numeric numeric) {
      return numeric.bounds().stream()
          .map(bound -> "is " + bound.operator() + " " + bound.value().toPlainString())
          .collect(Collectors.joining(" and "));
    }
    throw new IllegalStateException("no words for " + test);
  }

  private static String list(Collection<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
