package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.FlowDefinition;
import io.eventwright.local.states.history.History;
import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.query.Scope;
import io.eventwright.local.states.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One execution, from its start to its end and, if it is redriven, beyond. */
public final class Execution {
  /** Where an execution stands. */
  public enum Status {
    /** It goes on. */
    RUNNING,
    /** It reached an end. */
    SUCCEEDED,
    /** An error was not caught. */
    FAILED,
    /** It took longer than its machine allows. */
    TIMED_OUT,
    /** Somebody stopped it. */
    ABORTED
  }

  private final Engine engine;
  private final ExecutionIdentity identity;
  private final @Nullable Duration timeout;
  private final History history = new History();
  private final Flow root;
  private final List<Consumer<Execution>> listeners = new ArrayList<>();
  private Timeline.@Nullable Timer timer;
  private Status status = Status.RUNNING;
  private @Nullable Object output;
  private @Nullable String error;
  private @Nullable String cause;
  private Instant started;
  private @Nullable Instant stopped;
  private @Nullable Instant redriven;
  private int redrives;

  /** An execution that has not begun. */
  public Execution(
      Engine engine,
      ExecutionIdentity identity,
      FlowDefinition definition,
      @Nullable Duration timeout) {
    this.engine = engine;
    this.identity = identity;
    this.timeout = timeout;
    this.started = engine.now();
    this.root = new Flow(this, definition, new Scope(null), identity.mapItem(), new RootEnd());
  }

  private final class RootEnd implements Flow.End {
    @Override
    public void succeeded(@Nullable Object result) {
      output = result;
      close(Status.SUCCEEDED, "ExecutionSucceeded", details("output", Json.write(result)));
    }

    @Override
    public void failed(@Nullable String error, @Nullable String cause) {
      fail(error, cause);
    }
  }

  /** Begins it. */
  public void start() {
    Map<String, @Nullable Object> details = details("input", Json.write(identity.input()));
    details.put("roleArn", identity.roleArn());
    root.record("ExecutionStarted", details);
    startTimer();
    root.start(identity.input());
  }

  private void startTimer() {
    if (timeout != null) {
      timer =
          engine.schedule(
              timeout,
              () -> {
                error = "States.Timeout";
                close(Status.TIMED_OUT, "ExecutionTimedOut", failure(error, null));
              });
    }
  }

  /** Fails it at once, whatever is still running in it. */
  void fail(@Nullable String failedError, @Nullable String failedCause) {
    error = failedError;
    cause = failedCause;
    close(Status.FAILED, "ExecutionFailed", failure(failedError, failedCause));
  }

  /** Stops it, whatever is still running in it; nothing happens when it has ended. */
  public void stop(@Nullable String stopError, @Nullable String stopCause) {
    if (status == Status.RUNNING) {
      error = stopError;
      cause = stopCause;
      close(Status.ABORTED, "ExecutionAborted", failure(stopError, stopCause));
    }
  }

  /**
   * Goes on from the step that did not succeed; what succeeded stays as it is.
   *
   * @throws IllegalStateException when it did not end badly
   */
  public void redrive() {
    if (status == Status.RUNNING || status == Status.SUCCEEDED) {
      throw new IllegalStateException("Execution is " + status + " and cannot be redriven");
    }
    status = Status.RUNNING;
    error = null;
    cause = null;
    stopped = null;
    redriven = engine.now();
    redrives++;
    root.record("ExecutionRedriven", details("redriveCount", redrives));
    startTimer();
    root.resume();
  }

  private void close(Status end, String event, Map<String, @Nullable Object> details) {
    if (status != Status.RUNNING) {
      return;
    }
    status = end;
    stopped = engine.now();
    if (timer != null) {
      timer.cancel();
    }
    root.halt();
    root.record(event, details);
    List<Consumer<Execution>> toTell = List.copyOf(listeners);
    listeners.clear();
    toTell.forEach(listener -> listener.accept(this));
  }

  /** Tells the listener once, when it ends or now if it has ended. */
  public void whenClosed(Consumer<Execution> listener) {
    if (status == Status.RUNNING) {
      listeners.add(listener);
    } else {
      listener.accept(this);
    }
  }

  static Map<String, @Nullable Object> details(String name, @Nullable Object value) {
    Map<String, @Nullable Object> details = new LinkedHashMap<>();
    details.put(name, value);
    return details;
  }

  static Map<String, @Nullable Object> failure(@Nullable String error, @Nullable String cause) {
    Map<String, @Nullable Object> details = new LinkedHashMap<>();
    if (error != null) {
      details.put("error", error);
    }
    if (cause != null && !cause.isEmpty()) {
      details.put("cause", cause);
    }
    return details;
  }

  Engine engine() {
    return engine;
  }

  /** Who it is. */
  public ExecutionIdentity identity() {
    return identity;
  }

  /** Where it stands. */
  public Status status() {
    return status;
  }

  /** What happened so far. */
  public History history() {
    return history;
  }

  /** Its output, once it succeeded. */
  public @Nullable Object output() {
    return output;
  }

  /** The name of the error it ended with. */
  public @Nullable String error() {
    return error;
  }

  /** What the error was about; null when nothing is known. */
  public @Nullable String cause() {
    return cause == null || cause.isEmpty() ? null : cause;
  }

  /** When it started. */
  public Instant started() {
    return started;
  }

  /** When it ended, null while it goes on. */
  public @Nullable Instant stopped() {
    return stopped;
  }

  /** When it was last redriven. */
  public @Nullable Instant redriven() {
    return redriven;
  }

  /** How often it was redriven. */
  public int redrives() {
    return redrives;
  }
}
