package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.StateDefinition;
import io.eventwright.local.states.query.QueryFailure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Choice: the first rule that holds leads on, else the default. */
final class ChoiceVisit extends Visit {
  ChoiceVisit(Flow flow, StateDefinition state, @Nullable Object input) {
    super(flow, state, input);
  }

  @Override
  void run() {
    List<Map<String, @Nullable Object>> rules = state().objects("Choices");
    for (int i = 0; i < rules.size(); i++) {
      Map<String, @Nullable Object> rule = rules.get(i);
      String place = "Choices[" + i + "]/";
      if (holds(rule, place)) {
        exit(fields().passed(rule, place), String.valueOf(rule.get("Next")));
        return;
      }
    }
    String otherwise = state().text("Default");
    if (otherwise == null) {
      // The language says States.NoChoiceMatched, the service says this.
      throw QueryFailure.runtime(
          "Failed to transition out of the state. The state does not point to a next state.");
    }
    exit(fields().passed(), otherwise);
  }

  private boolean holds(Map<String, @Nullable Object> rule, String place) {
    if (state().jsonata()) {
      return Boolean.TRUE.equals(
          fields().expressions().typed(place + "Condition", rule.get("Condition"), "boolean"));
    }
    return ChoiceRule.holds(rule, fields().paths(fields().input()));
  }
}
