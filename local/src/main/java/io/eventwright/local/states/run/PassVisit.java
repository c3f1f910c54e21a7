package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.StateDefinition;
import org.jspecify.annotations.Nullable;

/** Pass: its Result, else its Parameters, else its input. */
final class PassVisit extends Visit {
  PassVisit(Flow flow, StateDefinition state, @Nullable Object input) {
    super(flow, state, input);
  }

  @Override
  void run() {
    if (state().jsonata()) {
      exit(fields().passed(), state().text("Next"));
    } else {
      succeed(state().has("Result") ? state().get("Result") : fields().payload());
    }
  }
}
