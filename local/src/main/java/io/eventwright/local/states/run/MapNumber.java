package io.eventwright.local.states.run;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.query.QueryFailure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of a Map state and of its configurations: each stands in its field, in that
 * field's {@code …Path} twin or in an expression. What a path leads to may be text with a number.
 */
final class MapNumber {
  private MapNumber() {}

  /** A whole number, or null when the state says none. */
  static @Nullable Integer integer(
      Visit visit, Map<String, @Nullable Object> holder, String prefix, String field) {
    Double number = read(visit, holder, prefix, field, "integer");
    return number == null ? null : (Integer) number.intValue();
  }

  /** A number, or null when the state says none. */
  static @Nullable Double real(Visit visit, Map<String, @Nullable Object> holder, String field) {
    return read(visit, holder, "", field, "float");
  }

  /**
   * A whole number above zero, or null when the state says none.
   *
   * @param prefix where the configuration stands in the state, e.g. {@code ItemBatcher/}
   */
  static @Nullable Integer positive(
      Visit visit, Map<String, @Nullable Object> holder, String prefix, String field) {
    Integer number = integer(visit, holder, prefix, field);
    if (number != null && number <= 0) {
      throw failure(visit, expected("positive", field, number));
    }
    return number;
  }

  static String expected(String kind, String field, Object given) {
    return "Expected %s integer for %s, got '%s' instead.".formatted(kind, field, given);
  }

  static QueryFailure failure(Visit visit, String message) {
    return visit.fields().jsonata()
        ? QueryFailure.evaluation(message, null)
        : QueryFailure.runtime(message);
  }

  private static @Nullable Double read(
      Visit visit, Map<String, @Nullable Object> holder, String prefix, String field, String kind) {
    Fields fields = visit.fields();
    if (fields.jsonata()) {
      return holder.containsKey(field)
          ? evaluated(visit, prefix + field, holder.get(field), kind)
          : null;
    }
    if (!(holder.get(field + "Path") instanceof String path)) {
      return holder.get(field) instanceof Number number ? (Double) number.doubleValue() : null;
    }
    Object value = fields.paths(fields.input()).path(path);
    Double number = parsed(value, kind);
    if (number == null) {
      throw QueryFailure.runtime(
          "The %sPath field refers to value \"%s\" which is not a valid %s: %s"
              .formatted(
                  field, value instanceof String text ? text : Json.write(value), kind, path));
    }
    return number;
  }

  private static Double evaluated(
      Visit visit, String place, @Nullable Object template, String kind) {
    Object value = visit.fields().expressions().typed(place, template, "number");
    double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
    if (kind.equals("integer") && number != Math.rint(number)) {
      String field = place.substring(place.lastIndexOf('/') + 1);
      throw QueryFailure.evaluation(expected("non-negative", field, number), place);
    }
    return number;
  }

  private static @Nullable Double parsed(@Nullable Object value, String kind) {
    try {
      if (value instanceof Map || value == null) {
        return null;
      }
      String text = value instanceof String string ? string : Json.write(value);
      return kind.equals("integer") ? (double) Integer.parseInt(text) : Double.parseDouble(text);
    } catch (NumberFormatException notNumber) {
      return null;
    }
  }
}
