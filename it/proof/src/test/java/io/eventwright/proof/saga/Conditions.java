package io.eventwright.proof.saga;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The condition expressions that the runtime and generated state machines write: comparisons and
 * the existence of attributes, joined by AND and OR.
 *
 * @param names what {@code #name} stands for
 * @param values what {@code :value} stands for
 */
record Conditions(Map<String, String> names, Map<String, AttributeValue> values) {

  boolean hold(@Nullable String expression, @Nullable Map<String, AttributeValue> item) {
    if (expression == null || expression.isEmpty()) {
      return true;
    }
    for (String either : expression.split(" OR ")) {
      boolean all = true;
      for (String term : either.split(" AND ")) {
        all &= term(term.strip(), item == null ? Map.of() : item);
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  private boolean term(String term, Map<String, AttributeValue> item) {
    if (term.startsWith("attribute_not_exists(")) {
      return !item.containsKey(name(inner(term)));
    }
    if (term.startsWith("attribute_exists(")) {
      return item.containsKey(name(inner(term)));
    }
    String[] parts = term.split(" ");
    AttributeValue left = item.get(name(parts[0]));
    AttributeValue right = value(parts[2]);
    if (left == null) {
      return false;
    }
    int order = compare(left, right);
    return switch (parts[1]) {
      case "=" -> order == 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> throw new UnsupportedOperationException(term);
    };
  }

  String name(String written) {
    return written.startsWith("#") ? known(names.get(written), written) : written;
  }

  AttributeValue value(String written) {
    return known(values.get(written), written);
  }

  private static <T> T known(@Nullable T value, String written) {
    if (value == null) {
      throw new IllegalArgumentException(written + " is not defined");
    }
    return value;
  }

  private static String inner(String term) {
    return term.substring(term.indexOf('(') + 1, term.length() - 1);
  }

  static int compare(AttributeValue left, AttributeValue right) {
    return left.n() != null
        ? new BigDecimal(left.n()).compareTo(new BigDecimal(right.n()))
        : left.s().compareTo(right.s());
  }
}
