package io.eventwright.local.iam;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One test of a statement (IAM User Guide, "IAM JSON policy elements: Condition operators").
 *
 * @param operator such as {@code StringLike}, prefix and suffix included
 * @param key such as {@code aws:SourceArn}
 * @param values of which one must match
 */
record Condition(String operator, String key, List<String> values) {

  private static final String ALL = "ForAllValues:";
  private static final String ANY = "ForAnyValue:";
  private static final String IF_EXISTS = "IfExists";

  /** What no operator of ours may do without. */
  private static final Set<String> KNOWN =
      Set.of(
          "StringEquals",
          "StringNotEquals",
          "StringEqualsIgnoreCase",
          "StringNotEqualsIgnoreCase",
          "StringLike",
          "StringNotLike",
          "ArnEquals",
          "ArnLike",
          "ArnNotEquals",
          "ArnNotLike",
          "Bool",
          "Null");

  Condition {
    values = List.copyOf(values);
    if (!KNOWN.contains(plain(operator))) {
      throw new IllegalArgumentException(
          "the condition operator " + operator + " is not known to the local cloud");
    }
  }

  private static String plain(String operator) {
    String plain = operator.substring(operator.indexOf(':') + 1);
    return plain.endsWith(IF_EXISTS)
        ? plain.substring(0, plain.length() - IF_EXISTS.length())
        : plain;
  }

  boolean holds(Map<String, List<String>> context) {
    List<String> actual = find(context);
    String plain = plain(operator);
    if (plain.equals("Null")) {
      return values.contains(String.valueOf(actual == null || actual.isEmpty()));
    }
    if (actual == null || actual.isEmpty()) {
      // A negated operator holds when there is nothing to differ from, and so does "all of none".
      return operator.startsWith(ALL) || operator.endsWith(IF_EXISTS) || plain.contains("Not");
    }
    BiPredicate<String, String> test = test(plain);
    boolean negated = plain.contains("Not");
    java.util.function.Predicate<String> one =
        value -> values.stream().anyMatch(wanted -> test.test(wanted, value)) != negated;
    return operator.startsWith(ALL) || !operator.startsWith(ANY) && negated
        ? actual.stream().allMatch(one)
        : actual.stream().anyMatch(one);
  }

  private static BiPredicate<String, String> test(String plain) {
    return switch (plain) {
      case "StringEquals", "StringNotEquals" -> String::equals;
      case "Bool", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase" ->
          String::equalsIgnoreCase;
      // ArnEquals and ArnLike behave the same: each of six parts is matched by itself.
      case "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike" -> Condition::arn;
      default -> Wildcard::matches;
    };
  }

  private static boolean arn(String pattern, String arn) {
    String[] wanted = pattern.split(":", 6);
    String[] parts = arn.split(":", 6);
    if (wanted.length != 6 || parts.length != 6) {
      return pattern.equals("*");
    }
    for (int i = 0; i < 6; i++) {
      if (!Wildcard.matches(wanted[i], parts[i])) {
        return false;
      }
    }
    return true;
  }

  /** Condition keys are compared without regard to case; their values are not. */
  private @Nullable List<String> find(Map<String, List<String>> context) {
    String wanted = key.toLowerCase(Locale.ROOT);
    return context.entrySet().stream()
        .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(wanted))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
