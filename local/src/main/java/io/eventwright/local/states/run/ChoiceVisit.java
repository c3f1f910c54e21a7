package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.StateDefinition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Choice: the first rule that holds leads on, else the default. */
final class ChoiceVisit extends Visit {
  ChoiceVisit(Flow flow, StateDefinition state, @Nullable Object input) {
    super(flow, state, input);
  }

  @Override
  void run() {
    for (Map<String, @Nullable Object> rule : state().objects("Choices")) {
      if (holds(rule)) {
        exit(fields().passed(rule), String.valueOf(rule.get("Next")));
        return;
      }
    }
    String otherwise = state().text("Default");
    if (otherwise == null) {
      fail(
          "States.NoChoiceMatched",
          "There is no matching choice in the state '" + state().name() + "' and no default.");
    } else {
      exit(fields().passed(state().fields()), otherwise);
    }
  }

  private boolean holds(Map<String, @Nullable Object> rule) {
    if (state().jsonata()) {
      return Boolean.TRUE.equals(
          fields().expressions().typed("Condition", rule.get("Condition"), "boolean"));
    }
    return ChoiceRule.holds(rule, fields().paths(fields().input()));
  }
}
