package io.eventwright.local.states.definition;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.query.JsonataQuery;
import io.eventwright.local.states.query.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with the rules of a Choice state, apart from where they lead. */
final class ChoiceChecks {
  private static final Set<String> TYPE_TESTS =
      Set.of("IsNull", "IsPresent", "IsNumeric", "IsString", "IsBoolean", "IsTimestamp");

  private static final List<String> RELATIONS =
      List.of("Equals", "LessThan", "GreaterThan", "LessThanEquals", "GreaterThanEquals");

  private final List<DefinitionProblem> problems = new ArrayList<>();

  private ChoiceChecks() {}

  static List<DefinitionProblem> check(
      Map<String, @Nullable Object> state, String at, boolean jsonata) {
    ChoiceChecks checks = new ChoiceChecks();
    if ("Choice".equals(state.get("Type"))) {
      List<@Nullable Object> rules = Json.asArray(state.get("Choices"));
      if (rules == null || rules.isEmpty()) {
        checks.add("A Choice state must have at least one choice", at + "/Choices");
      } else {
        checks.rules(rules, at + "/Choices", jsonata);
      }
    }
    return checks.problems;
  }

  private void add(String message, String at) {
    problems.add(new DefinitionProblem(DefinitionChecks.SCHEMA, message, at));
  }

  private void rules(List<@Nullable Object> rules, String at, boolean jsonata) {
    for (int i = 0; i < rules.size(); i++) {
      Map<String, @Nullable Object> rule = Json.asObject(rules.get(i));
      String place = at + "[" + i + "]";
      if (rule == null) {
        add("A choice rule must be an object", place);
      } else if (jsonata) {
        condition(rule, place);
      } else {
        rule(rule, place);
      }
    }
  }

  private void condition(Map<String, @Nullable Object> rule, String at) {
    Object condition = rule.get("Condition");
    if (!(condition instanceof Boolean)
        && !(condition instanceof String text && JsonataQuery.isExpression(text))) {
      add("The value for the field 'Condition' must be a boolean or an expression", at);
    }
  }

  private void rule(Map<String, @Nullable Object> rule, String at) {
    List<String> booleans = Stream.of("And", "Or", "Not").filter(rule::containsKey).toList();
    List<String> tests = rule.keySet().stream().filter(ChoiceChecks::isOperator).toList();
    if (booleans.size() + tests.size() != 1) {
      add("A choice rule must have exactly one of And, Or, Not and the comparison operators", at);
    } else if (booleans.isEmpty()) {
      test(rule, tests.get(0), at);
    } else {
      combined(rule.get(booleans.get(0)), booleans.get(0), at + "/" + booleans.get(0));
    }
  }

  private void combined(@Nullable Object inner, String operator, String at) {
    List<@Nullable Object> rules = Json.asArray(inner);
    if (operator.equals("Not")) {
      Map<String, @Nullable Object> rule = Json.asObject(inner);
      if (rule == null) {
        add("A choice rule must be an object", at);
      } else {
        rule(rule, at);
      }
    } else if (rules == null || rules.isEmpty()) {
      add("The value for the field '" + operator + "' must be an array with choice rules", at);
    } else {
      rules(rules, at, false);
    }
  }

  private void test(Map<String, @Nullable Object> rule, String operator, String at) {
    if (!PathChecks.isPath(rule.get("Variable"))) {
      add("The value for the field 'Variable' must be a valid JSONPath", at);
    }
    String expected = wrong(operator, rule.get(operator));
    if (expected != null) {
      add("The value for the field '" + operator + "' must be " + expected, at + "/" + operator);
    }
  }

  private static boolean isOperator(String name) {
    return TYPE_TESTS.contains(name) || name.equals("StringMatches") || kind(name) != null;
  }

  /** What an operator compares, e.g. {@code String}; null when it is none that compares. */
  private static @Nullable String kind(String name) {
    String operator = name.endsWith("Path") ? name.substring(0, name.length() - 4) : name;
    if (operator.equals("BooleanEquals")) {
      return "Boolean";
    }
    return Stream.of("String", "Numeric", "Timestamp")
        .filter(kind -> operator.startsWith(kind))
        .filter(kind -> RELATIONS.contains(operator.substring(kind.length())))
        .findFirst()
        .orElse(null);
  }

  /** What should stand there instead of the operand; null when it fits. */
  private static @Nullable String wrong(String operator, @Nullable Object operand) {
    if (TYPE_TESTS.contains(operator)) {
      return operand instanceof Boolean ? null : "a boolean";
    }
    if (operator.endsWith("Path")) {
      return PathChecks.isPath(operand) ? null : "a valid JSONPath";
    }
    return switch (String.valueOf(kind(operator))) {
      case "Boolean" -> operand instanceof Boolean ? null : "a boolean";
      case "Numeric" -> operand instanceof Number ? null : "a number";
      case "Timestamp" -> Timestamps.read(operand) != null ? null : "a valid timestamp";
      default -> operand instanceof String ? null : "a string";
    };
  }
}
