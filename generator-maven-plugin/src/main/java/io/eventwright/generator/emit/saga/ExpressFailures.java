package io.eventwright.generator.emit.saga;

import io.eventwright.generator.model.SagaStep;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the failures of an express saga's steps lead. Another run may be ahead by the same step:
 * what is not known of it is settled before anything else, for all runs.
 *
 * @param failures of the step
 * @param tasks what steps call
 */
record ExpressFailures(Failures failures, TaskStates tasks) {

  private static final List<String> REFUSED = List.of(SagaErrors.REFUSED);

  /**
   * Adds a worker's step, and the state that settles it.
   *
   * @param next when it is done
   */
  void settled(SagaStep.Call call, Map<String, Object> state, @Nullable String next) {
    Flow flow = failures.flow();
    String settle = ExpressStates.settle(call.name());
    Map<String, Object> settled = tasks.settle(call, flow);
    if (failures.failing() == ForwardStates.Failing.COMPENSATES) {
      state.put("Catch", List.of(back(), failures.catcher(SagaErrors.ANY, "Failed", settle)));
      // What failed first is what is told.
      settled.put(
          "Catch",
          List.of(
              flow.goingOn(REFUSED, flow.target(failures.failed())),
              ExpressStates.givingUp(settle)));
    } else {
      state.put("Catch", List.of(flow.goingOn(SagaErrors.ANY, settle)));
    }
    flow.next(state, next);
    flow.add(call.name(), state);
    flow.next(settled, next);
    flow.add(settle, settled);
  }

  /** Puts what catches a block: only a step that is refused is so for every run. */
  void block(Map<String, Object> state) {
    String name = failures.step().name();
    if (failures.failing() == ForwardStates.Failing.COMPENSATES) {
      state.put("Catch", List.of(back(), ExpressStates.givingUp(name)));
    } else if (failures.failing() == ForwardStates.Failing.PARKS) {
      new ForGood(true).block(state, failures.flow(), name);
    }
  }

  /** What was refused may have been called outside before it was closed: it is undone itself. */
  private Map<String, Object> back() {
    return failures.catcher(REFUSED, "Refused", failures.failed());
  }
}
