package io.eventwright.local.states.run;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.query.PathQuery;
import io.eventwright.local.states.query.QueryFailure;
import io.eventwright.local.states.query.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a JSONPath choice rule holds. */
final class ChoiceRule {
  private ChoiceRule() {}

  static boolean holds(@Nullable Object json, PathQuery query) {
    Map<String, @Nullable Object> rule = Json.asObject(json);
    if (rule == null) {
      return false;
    }
    if (rule.containsKey("And")) {
      return inner(rule.get("And")).stream().allMatch(each -> holds(each, query));
    }
    if (rule.containsKey("Or")) {
      return inner(rule.get("Or")).stream().anyMatch(each -> holds(each, query));
    }
    if (rule.containsKey("Not")) {
      return !holds(rule.get("Not"), query);
    }
    String variable = String.valueOf(rule.get("Variable"));
    for (Map.Entry<String, @Nullable Object> entry : rule.entrySet()) {
      switch (entry.getKey()) {
        case "Variable", "Next", "Comment", "Assign", "Output" -> {}
        default -> {
          return compare(entry.getKey(), variable, entry.getValue(), query);
        }
      }
    }
    return false;
  }

  private static List<@Nullable Object> inner(@Nullable Object rules) {
    List<@Nullable Object> list = Json.asArray(rules);
    return list == null ? List.of() : list;
  }

  private static boolean compare(
      String operator, String variable, @Nullable Object operand, PathQuery query) {
    if (operator.equals("IsPresent")) {
      return query.has(variable) == Boolean.TRUE.equals(operand);
    }
    Object value = required(variable, query);
    Boolean is = type(operator, value);
    if (is != null) {
      return is == Boolean.TRUE.equals(operand);
    }
    if (operator.endsWith("Path")) {
      Object other = required(String.valueOf(operand), query);
      return compare(operator.substring(0, operator.length() - "Path".length()), value, other);
    }
    return compare(operator, value, operand);
  }

  private static @Nullable Object required(String path, PathQuery query) {
    if (!query.has(path)) {
      throw QueryFailure.runtime(
          "Invalid path '%s': The choice state's condition path references an invalid value."
              .formatted(path));
    }
    return query.path(path);
  }

  private static @Nullable Boolean type(String operator, @Nullable Object value) {
    return switch (operator) {
      case "IsNull" -> value == null;
      case "IsNumeric" -> value instanceof Number;
      case "IsString" -> value instanceof String;
      case "IsBoolean" -> value instanceof Boolean;
      case "IsTimestamp" -> Timestamps.read(value) != null;
      default -> null;
    };
  }

  private static boolean compare(
      String operator, @Nullable Object value, @Nullable Object operand) {
    if (operator.equals("StringMatches")) {
      if (operand instanceof String pattern && Wildcards.hasOpenEscape(pattern)) {
        throw QueryFailure.runtime("Open escape in the StringMatches pattern '" + pattern + "'");
      }
      return value instanceof String text
          && operand instanceof String pattern
          && Wildcards.match(pattern, text);
    }
    if (operator.equals("BooleanEquals")) {
      return value instanceof Boolean && value.equals(operand);
    }
    Integer order;
    String relation;
    if (operator.startsWith("String")) {
      relation = operator.substring("String".length());
      order = value instanceof String a && operand instanceof String b ? a.compareTo(b) : null;
    } else if (operator.startsWith("Numeric")) {
      relation = operator.substring("Numeric".length());
      order =
          value instanceof Number a && operand instanceof Number b
              ? (Integer) Json.decimal(a).compareTo(Json.decimal(b))
              : null;
    } else {
      relation = operator.substring(Math.min(operator.length(), "Timestamp".length()));
      Instant a = Timestamps.read(value);
      Instant b = Timestamps.read(operand);
      order = a == null || b == null ? null : (Integer) a.compareTo(b);
    }
    return order != null && stands(relation, order);
  }

  private static boolean stands(String relation, int order) {
    return switch (relation) {
      case "Equals" -> order == 0;
      case "LessThan" -> order < 0;
      case "LessThanEquals" -> order <= 0;
      case "GreaterThan" -> order > 0;
      case "GreaterThanEquals" -> order >= 0;
      default -> false;
    };
  }
}
