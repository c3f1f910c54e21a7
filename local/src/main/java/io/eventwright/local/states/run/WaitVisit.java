package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.StateDefinition;
import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.query.QueryFailure;
import io.eventwright.local.states.query.Timestamps;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Wait: for some seconds or until a time. */
final class WaitVisit extends Visit {
  WaitVisit(Flow flow, StateDefinition state, @Nullable Object input) {
    super(flow, state, input);
  }

  @Override
  void run() {
    Duration delay =
        state().has("Seconds") || state().has("SecondsPath")
            ? Duration.ofSeconds(seconds())
            : until();
    if (delay.toSeconds() > Integer.MAX_VALUE) {
      throw QueryFailure.runtime("Wait state delay is too long.");
    }
    pause(delay, () -> exit(fields().passed(), state().text("Next")));
  }

  private long seconds() {
    if (state().jsonata()) {
      Number number =
          (Number) fields().expressions().typed("Seconds", state().get("Seconds"), "number");
      double seconds = number == null ? 0 : number.doubleValue();
      if (seconds < 0 || seconds != Math.rint(seconds)) {
        throw QueryFailure.evaluation(
            "The Seconds field must be a non-negative integer: " + Json.write(number), "Seconds");
      }
      return (long) seconds;
    }
    String path = state().text("SecondsPath");
    if (path == null) {
      return state().get("Seconds") instanceof Number number ? number.longValue() : 0;
    }
    Object value = referenced("SecondsPath", path);
    String shown = path + " == " + text(value);
    if (!(value instanceof Integer) && !(value instanceof Long)) {
      throw QueryFailure.runtime(
          "The SecondsPath parameter cannot be parsed as a long value: " + shown);
    }
    long seconds = ((Number) value).longValue();
    if (seconds < 0) {
      throw QueryFailure.runtime("The SecondsPath parameter references a negative value: " + shown);
    }
    return seconds;
  }

  private Duration until() {
    String path = state().text("TimestampPath");
    Object value =
        state().jsonata()
            ? fields().expressions().typed("Timestamp", state().get("Timestamp"), "string")
            : path == null ? state().get("Timestamp") : referenced("TimestampPath", path);
    Instant time = Timestamps.read(value);
    if (time != null) {
      return Duration.between(engine().now(), time);
    }
    if (state().jsonata()) {
      throw QueryFailure.evaluation(
          "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format"
              + " string: "
              + text(value),
          "Timestamp");
    }
    throw QueryFailure.runtime(
        "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time"
            + " format string: "
            + path
            + " == "
            + text(value));
  }

  private @Nullable Object referenced(String field, String path) {
    Object input = fields().input();
    if (!fields().paths(input).has(path)) {
      throw QueryFailure.runtime(
          "The " + field + " parameter does not reference an input value: " + path);
    }
    return fields().paths(input).path(path);
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : Json.write(value);
  }
}
