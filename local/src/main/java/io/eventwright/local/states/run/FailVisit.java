package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.StateDefinition;
import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.query.QueryFailure;
import org.jspecify.annotations.Nullable;

/** Fail: fails its flow with an error and a cause, written or computed. */
final class FailVisit extends Visit {
  FailVisit(Flow flow, StateDefinition state, @Nullable Object input) {
    super(flow, state, input);
  }

  @Override
  void run() {
    fail(text("Error"), text("Cause"));
  }

  private @Nullable String text(String field) {
    if (state().jsonata()) {
      return state().has(field)
          ? (String) fields().expressions().typed(field, state().get(field), "string")
          : null;
    }
    String path = state().text(field + "Path");
    if (path == null) {
      return state().text(field);
    }
    Object value = fields().paths(input()).expression(field + "Path", path);
    if (value instanceof String text) {
      return text;
    }
    throw QueryFailure.runtime(
        "The %sPath field references a value that is not a string: %s == %s"
            .formatted(field, path, Json.write(value)));
  }
}
