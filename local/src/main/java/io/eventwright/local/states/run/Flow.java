package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.FlowDefinition;
import io.eventwright.local.states.definition.StateDefinition;
import io.eventwright.local.states.query.Scope;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One way through the states: an execution's own, a branch's, an iteration's. */
final class Flow {
  /** Where a flow stands. */
  enum Status {
    NEW,
    RUNNING,
    SUCCEEDED,
    FAILED,
    ABORTED
  }

  /** Hears how the flow ended. */
  interface End {
    void succeeded(@Nullable Object output);

    void failed(@Nullable String error, @Nullable String cause);
  }

  /** A loop without a way out ends here, as it does in the service. */
  private static final int MOST_EVENTS = 25_000;

  private final Execution execution;
  private final FlowDefinition definition;
  private final Scope scope;
  private final @Nullable Map<String, @Nullable Object> mapItem;
  private final End end;
  private @Nullable Visit current;
  private Status status = Status.NEW;
  private @Nullable Object output;
  private long lastEvent;

  Flow(
      Execution execution,
      FlowDefinition definition,
      Scope scope,
      @Nullable Map<String, @Nullable Object> mapItem,
      End end) {
    this.execution = execution;
    this.definition = definition;
    this.scope = scope;
    this.mapItem = mapItem;
    this.end = end;
  }

  /** A flow within this one, which it follows in the history. */
  Flow child(FlowDefinition inner, @Nullable Map<String, @Nullable Object> item, End whenEnded) {
    Flow child =
        new Flow(execution, inner, new Scope(scope), item == null ? mapItem : item, whenEnded);
    child.lastEvent = lastEvent;
    return child;
  }

  void start(@Nullable Object input) {
    status = Status.RUNNING;
    enter(definition.startAt(), input);
  }

  private void enter(String name, @Nullable Object input) {
    StateDefinition state = definition.states().get(name);
    if (state == null) {
      throw new IllegalStateException("no state named " + name);
    }
    Visit visit = Visits.of(this, state, input);
    current = visit;
    execution
        .engine()
        .post(
            () -> {
              if (status != Status.RUNNING) {
                return;
              }
              if (execution.history().size() >= MOST_EVENTS) {
                execution.fail(
                    "States.Runtime",
                    "The execution reached the maximum number of history events ("
                        + MOST_EVENTS
                        + ").");
              } else {
                visit.enter();
              }
            });
  }

  /** Goes where a visit leads: to the next state, or to the end. */
  void leave(@Nullable String next, @Nullable Object result) {
    if (next != null) {
      enter(next, result);
    } else {
      status = Status.SUCCEEDED;
      output = result;
      execution.engine().post(() -> end.succeeded(result));
    }
  }

  /** The current visit failed and nothing caught it. */
  void fail(@Nullable String error, @Nullable String cause) {
    status = Status.FAILED;
    execution.engine().post(() -> end.failed(error, cause));
  }

  /** Ends it without a word in the history. */
  void halt() {
    if (status == Status.RUNNING) {
      status = Status.ABORTED;
    }
    if (current != null) {
      current.halt();
    }
  }

  /** Ends it because another flow beside it failed, and writes down which states were cut short. */
  void abort() {
    boolean cut = status == Status.RUNNING || status == Status.FAILED;
    if (cut && current != null) {
      current.abort();
    }
    halt();
  }

  /** Goes on from where it did not succeed. */
  void resume() {
    if (status == Status.SUCCEEDED || current == null) {
      return;
    }
    status = Status.RUNNING;
    current.redrive();
  }

  long record(String type, Map<String, @Nullable Object> details) {
    lastEvent = execution.history().add(execution.engine().now(), type, lastEvent, details);
    return lastEvent;
  }

  Execution execution() {
    return execution;
  }

  Scope scope() {
    return scope;
  }

  @Nullable Map<String, @Nullable Object> mapItem() {
    return mapItem;
  }

  Status status() {
    return status;
  }

  @Nullable Object output() {
    return output;
  }
}
