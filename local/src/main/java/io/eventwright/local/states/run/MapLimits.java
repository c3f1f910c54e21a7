package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.StateDefinition;
import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.query.QueryFailure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many iterations of a Map may run at once, and how many of a distributed one may fail.
 *
 * @param failures how many may fail; only a distributed Map tolerates any
 * @param percentage how many of a hundred may fail
 */
record MapLimits(int failures, double percentage) {

  /** How many iterations may run at once; 0, as which it may be written, is the most there can. */
  static int concurrency(Visit visit, int most) {
    int concurrency = count(visit, "MaxConcurrency");
    if (concurrency < 0) {
      throw failure(
          visit,
          "Expected non-negative integer for MaxConcurrency, got '%d' instead."
              .formatted(concurrency));
    }
    return concurrency == 0 ? most : Math.min(concurrency, most);
  }

  static MapLimits of(Visit visit) {
    int failures = count(visit, "ToleratedFailureCount");
    if (failures < 0) {
      throw failure(visit, "ToleratedFailureCount cannot be negative.");
    }
    double percentage = percentage(visit);
    if (percentage < 0 || percentage > 100) {
      throw failure(visit, "ToleratedFailurePercentage must be between 0 and 100.");
    }
    return new MapLimits(failures, percentage);
  }

  boolean exceededBy(int failed, int total) {
    return failed > failures && failed * 100.0 > percentage * total;
  }

  private static int count(Visit visit, String field) {
    return (int) number(visit, field, "integer");
  }

  private static double percentage(Visit visit) {
    return number(visit, "ToleratedFailurePercentage", "float");
  }

  private static QueryFailure failure(Visit visit, String message) {
    return visit.fields().jsonata()
        ? QueryFailure.evaluation(message, null)
        : QueryFailure.runtime(message);
  }

  private static double number(Visit visit, String field, String kind) {
    StateDefinition state = visit.state();
    Fields fields = visit.fields();
    if (fields.jsonata()) {
      Number number = fields.number(field);
      return number == null ? 0 : number.doubleValue();
    }
    String path = state.text(field + "Path");
    Object value = path == null ? state.get(field) : fields.paths(fields.input()).path(path);
    if (path == null && value == null) {
      return 0;
    }
    Double number = parsed(value, kind);
    if (number == null) {
      throw QueryFailure.runtime(
          "The %sPath field refers to value \"%s\" which is not a valid %s: %s"
              .formatted(
                  field, value instanceof String text ? text : Json.write(value), kind, path));
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
