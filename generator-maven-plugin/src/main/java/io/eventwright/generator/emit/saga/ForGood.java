package io.eventwright.generator.emit.saga;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a state that fails for good where nothing can be undone any more: it waits for a
 * person, or, where nothing can wait, the execution ends with a dead letter.
 *
 * @param express whether nothing can wait
 */
record ForGood(boolean express) {

  static ForGood of(Values values) {
    return new ForGood(values.saga().isExpress());
  }

  /** Puts what catches it; skipped by a person, the flow goes on at {@code next}. */
  void caught(Map<String, Object> state, Flow flow, String name, @Nullable String next) {
    if (express) {
      block(state, flow, name);
    } else {
      state.put("Catch", List.of(flow.parking(name, next)));
    }
  }

  /**
   * The same of a block: a person is waited for within it. What cannot wait fails the flows around
   * it, up to the machine's own, since only that one can end.
   */
  void block(Map<String, Object> state, Flow flow, String name) {
    if (express && flow.place().isMachine()) {
      state.put("Catch", List.of(ExpressStates.givingUp(name)));
    }
  }
}
