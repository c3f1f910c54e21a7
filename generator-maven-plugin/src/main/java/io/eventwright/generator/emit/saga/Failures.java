package io.eventwright.generator.emit.saga;

import io.eventwright.generator.model.SagaStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a step's failures lead, and what is known of them there.
 *
 * @param skipped where it leads when a person skips it
 * @param refused when it had no effect
 * @param failed when it may have had one
 */
record Failures(
    Flow flow,
    SagaStep step,
    @Nullable String skipped,
    @Nullable String refused,
    @Nullable String failed,
    ForwardStates.Failing failing) {

  private static final String FAILURE = "failure";

  void caught(Map<String, Object> state) {
    if (failing == ForwardStates.Failing.PARKS) {
      state.put("Catch", List.of(flow.parking(step.name(), skipped)));
    } else if (failing == ForwardStates.Failing.COMPENSATES) {
      List<Object> catchers = new ArrayList<>();
      boolean hasEffect =
          !(step instanceof SagaStep.Approval) && !(step instanceof SagaStep.Nested);
      if (hasEffect && !same(refused, failed) && step instanceof SagaStep.Call) {
        // A rejection may come after a call outside, of a decision that does not hold.
        catchers.add(catcher(List.of(SagaErrors.REFUSED), "Refused", refused));
      }
      if (step instanceof SagaStep.Nested) {
        catchers.add(flow.parking(SagaErrors.END_UNKNOWN, step.name(), skipped));
      }
      if (step instanceof SagaStep.Approval) {
        catchers.add(waitedFor());
      }
      catchers.add(catcher(SagaErrors.ANY, "Failed", failed));
      state.put("Catch", catchers);
    }
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one != null && one.equals(other);
  }

  /** Its row is another's who waits for an answer of the same name. */
  private Map<String, Object> waitedFor() {
    Map<String, Object> failure = new LinkedHashMap<>();
    failure.put("step", step.name());
    failure.put("code", "already-waited-for");
    failure.put("reason", "another execution waits for an answer of the same name");
    return catcher(SagaErrors.WAITED_FOR, "Somebody waits for", failure, failed);
  }

  Map<String, Object> catcher(List<String> errors, String note, @Nullable String undo) {
    return catcher(errors, note, Flow.caught("step", step.name()), undo);
  }

  private Map<String, Object> catcher(
      List<String> errors, String note, Map<String, Object> failure, @Nullable String undo) {
    Map<String, Object> catcher = new LinkedHashMap<>();
    catcher.put("ErrorEquals", errors);
    catcher.put(
        "Next",
        flow.noting(catcher, note + " " + step.name(), FAILURE, failure, flow.target(undo)));
    return catcher;
  }

  /** A choice of one rule; else the step fails, and may have had its effect. */
  void otherwise(String name, Map<String, Object> rule, String note, String error, String cause) {
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put("Type", "Choice");
    choice.put("Choices", List.of(rule));
    Map<String, Object> what = new LinkedHashMap<>();
    what.put("Error", error);
    what.put("Cause", cause);
    choice.put("Default", goesWrong(choice, note, what, failed));
    flow.add(name, choice);
  }

  /** Where something leads that is an error, and no task's. */
  String goesWrong(
      Map<String, Object> choice, String note, Map<String, Object> what, @Nullable String undo) {
    if (failing == ForwardStates.Failing.FAILS_THE_BLOCK) {
      Map<String, Object> fail = new LinkedHashMap<>();
      fail.put("Type", "Fail");
      fail.putAll(what);
      flow.behind(note, fail);
      return note;
    }
    boolean parks = failing == ForwardStates.Failing.PARKS;
    Map<String, Object> failure = new LinkedHashMap<>();
    failure.put(parks ? "state" : "step", step.name());
    failure.put("caught", what);
    return flow.noting(
        choice,
        note,
        parks ? flow.parked() : FAILURE,
        failure,
        parks ? flow.waiting() : flow.target(undo));
  }
}
