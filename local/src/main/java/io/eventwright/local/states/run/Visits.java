package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.StateDefinition;
import org.jspecify.annotations.Nullable;

/** One kind of visit for each type of state. */
final class Visits {
  private Visits() {}

  static Visit of(Flow flow, StateDefinition state, @Nullable Object input) {
    return switch (state.type()) {
      case "Task" -> new TaskVisit(flow, state, input);
      case "Pass" -> new PassVisit(flow, state, input);
      case "Choice" -> new ChoiceVisit(flow, state, input);
      case "Wait" -> new WaitVisit(flow, state, input);
      case "Succeed" -> new SucceedVisit(flow, state, input);
      case "Fail" -> new FailVisit(flow, state, input);
      case "Parallel" -> new ParallelVisit(flow, state, input);
      case "Map" -> new MapVisit(flow, state, input);
      default -> throw new IllegalStateException("unknown type of state " + state.type());
    };
  }
}
