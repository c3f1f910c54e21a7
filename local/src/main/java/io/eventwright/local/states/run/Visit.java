package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.StateDefinition;
import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.query.QueryFailure;
import io.eventwright.local.states.task.TaskCall;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One stay in one state. */
abstract class Visit {
  /** The most bytes of JSON that pass from state to state. */
  static final int LARGEST = 256 * 1024;

  /** The most bytes of JSON that all variables a state sees may have together. */
  private static final int LARGEST_OF_VARIABLES = 10 * 1024 * 1024;

  private static final System.Logger LOG = System.getLogger(Visit.class.getName());

  private final Flow flow;
  private final StateDefinition state;
  private final @Nullable Object input;
  private final List<Timeline.Timer> timers = new ArrayList<>();
  private final List<CompletableFuture<TaskOutcome>> calls = new ArrayList<>();
  private final Fields fields;
  private ErrorRules errors;
  private long enteredId;
  private Instant enteredTime;
  private boolean over;
  // What was begun before a failure or a redrive must not go on after it.
  private int attempt;

  Visit(Flow flow, StateDefinition state, @Nullable Object input) {
    this.flow = flow;
    this.state = state;
    this.input = input;
    this.errors = new ErrorRules(state);
    this.enteredTime = flow.execution().engine().now();
    this.fields = new Fields(this);
  }

  /** Does what the state is for; ends in {@link #succeed}, {@link #fail} or another step. */
  abstract void run();

  /** Writes down that the state itself failed, where its type has such an event. */
  void recordFailure(@Nullable String error, @Nullable String cause) {}

  /** What the context object says about this type of state beyond name and time. */
  Map<String, @Nullable Object> ownContext() {
    return Map.of();
  }

  final void enter() {
    if (enteredId != 0) {
      return;
    }
    enteredTime = engine().now();
    Map<String, @Nullable Object> details = Execution.details("name", state.name());
    details.put("input", Json.write(input));
    enteredId = flow.record(state.type() + "StateEntered", details);
    guard(this::run).run();
  }

  /**
   * Runs the step unless the visit has moved on, and turns what goes wrong in it into a failure.
   */
  final Runnable guard(Runnable step) {
    return guard(attempt, step);
  }

  /** Calls a service and goes on with what came of it, unless the visit has moved on meanwhile. */
  final void call(TaskCall call, Consumer<TaskOutcome> then) {
    int begun = attempt;
    calls.add(engine().call(call, outcome -> guard(begun, () -> then.accept(outcome)).run()));
  }

  private Runnable guard(int begun, Runnable step) {
    return () -> {
      if (over || begun != attempt) {
        return;
      }
      try {
        step.run();
      } catch (QueryFailure failure) {
        fail(failure);
      } catch (RuntimeException | StackOverflowError bug) {
        // An execution that cannot go on must end, or whoever waits for it waits for ever.
        LOG.log(System.Logger.Level.ERROR, "state " + state.name() + " failed", bug);
        fail(QueryFailure.runtime("Internal error: " + bug));
      }
    };
  }

  final void post(Runnable step) {
    engine().post(guard(step));
  }

  final Timeline.Timer schedule(Duration delay, Runnable step) {
    Timeline.Timer timer = engine().schedule(delay, guard(step));
    timers.add(timer);
    return timer;
  }

  /** Goes on after a pause that is only waited for, which a local cloud may shorten. */
  final void pause(Duration delay, Runnable step) {
    timers.add(engine().pause(delay, guard(step)));
  }

  final void fail(QueryFailure failure) {
    String cause =
        "An error occurred while executing the state '%s' (entered at the event id #%d). %s"
            .formatted(state.name(), enteredId, failure.getMessage());
    if (failure.error().equals(QueryFailure.EVALUATION)) {
      Map<String, @Nullable Object> details = Execution.failure(failure.error(), cause);
      if (failure.location() != null) {
        details.put("location", failure.location());
      }
      details.put("state", state.name());
      flow.record("EvaluationFailed", details);
    }
    if (failure.error().equals(QueryFailure.RUNTIME)) {
      flow.execution().fail(failure.error(), cause);
    } else {
      fail(failure.error(), cause);
    }
  }

  /** The state failed: it is retried, caught, or its flow fails. */
  final void fail(@Nullable String error, @Nullable String cause) {
    fail(error, cause, Collections.singletonList(error));
  }

  /** The same of an error that rules know by several names. */
  final void fail(@Nullable String error, @Nullable String cause, List<@Nullable String> names) {
    begin();
    Duration delay = errors.retryAfter(names, engine().random());
    if (delay != null) {
      pause(delay, this::run);
      return;
    }
    recordFailure(error, cause);
    Map<String, @Nullable Object> catcher = errors.catcher(names);
    if (catcher == null) {
      flow.fail(error, cause);
    } else {
      guard(() -> exit(fields.caught(catcher, error, cause), String.valueOf(catcher.get("Next"))))
          .run();
    }
  }

  private void begin() {
    attempt++;
    timers.forEach(Timeline.Timer::cancel);
    timers.clear();
    List<CompletableFuture<TaskOutcome>> abandoned = List.copyOf(calls);
    calls.clear();
    abandoned.forEach(call -> call.cancel(false));
    released();
  }

  /** Gives back what an attempt holds, e.g. its token. */
  void released() {}

  /** The state has this result; it is put into the output as the state says. */
  final void succeed(@Nullable Object result) {
    exit(fields.output(result), state.text("Next"));
  }

  final void exit(Fields.Output output, @Nullable String next) {
    String text = Json.write(output.value());
    if (Json.bytes(text) > LARGEST) {
      tooLarge();
      return;
    }
    Map<String, @Nullable Object> assigned = new LinkedHashMap<>();
    Map<String, Integer> bytes = new LinkedHashMap<>();
    output
        .assigned()
        .forEach(
            (name, value) -> {
              String json = Json.write(value);
              assigned.put(name, json);
              bytes.put(name, Json.bytes(json));
            });
    if (bytes.values().stream().mapToLong(Integer::longValue).sum() > LARGEST
        || !bytes.isEmpty() && flow.scope().sizeWith(bytes) > LARGEST_OF_VARIABLES) {
      flow.execution()
          .fail(
              "States.DataLimitExceeded",
              "The variables assigned by the state '%s' exceed the maximum size."
                  .formatted(state.name()));
      return;
    }
    // A job whose task was ended by its token goes on by itself.
    calls.clear();
    begin();
    over = true;
    Map<String, @Nullable Object> details = Execution.details("name", state.name());
    details.put("output", text);
    if (!assigned.isEmpty()) {
      details.put("assignedVariables", assigned);
    }
    flow.scope().assign(output.assigned(), bytes);
    flow.record(state.type() + "StateExited", details);
    flow.leave(next, output.value());
  }

  private void tooLarge() {
    flow.execution().fail("States.DataLimitExceeded", tooLarge(state.name()));
  }

  static String tooLarge(String what) {
    return "The state/task '%s' returned a result with a size exceeding the maximum number of bytes service limit."
        .formatted(what);
  }

  /** Ends the visit without a word in the history. */
  void halt() {
    begin();
  }

  /** Ends the visit because its flow was cut short. */
  void abort() {
    if (over || enteredId == 0) {
      return;
    }
    abortInner();
    if (List.of("Task", "Map", "Parallel", "Wait").contains(state.type())) {
      flow.record(state.type() + "StateAborted", Map.of());
    }
  }

  /** Cuts short the flows within. */
  void abortInner() {}

  /** Tries again, as if the state had just been entered. */
  final void redrive() {
    begin();
    over = false;
    errors = new ErrorRules(state);
    if (enteredId == 0) {
      engine().post(guard(this::enter));
    } else {
      post(this::resume);
    }
  }

  /** What a redrive does; the flows within need not begin anew. */
  void resume() {
    run();
  }

  final int retries() {
    return errors.retries();
  }

  final Flow flow() {
    return flow;
  }

  final Engine engine() {
    return flow.execution().engine();
  }

  final StateDefinition state() {
    return state;
  }

  final Fields fields() {
    return fields;
  }

  final @Nullable Object input() {
    return input;
  }

  final Instant enteredTime() {
    return enteredTime;
  }
}
