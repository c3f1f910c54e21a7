package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.StateDefinition;
import org.jspecify.annotations.Nullable;

/** Succeed: ends its flow with its input. */
final class SucceedVisit extends Visit {
  SucceedVisit(Flow flow, StateDefinition state, @Nullable Object input) {
    super(flow, state, input);
  }

  @Override
  void run() {
    exit(fields().passed(), null);
  }
}
