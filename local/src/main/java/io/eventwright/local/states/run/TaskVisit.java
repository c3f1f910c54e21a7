package io.eventwright.local.states.run;

import io.eventwright.local.states.definition.StateDefinition;
import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.query.QueryFailure;
import io.eventwright.local.states.task.TaskCall;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.task.TaskResource;
import io.eventwright.local.states.task.TaskResource.Kind;
import io.eventwright.local.states.task.TaskResource.Pattern;
import io.eventwright.local.states.time.Timeline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Task: work that somebody else does. */
public final class TaskVisit extends Visit {
  private final TaskResource resource;
  private final TaskEvents events;
  private @Nullable String token;
  private Timeline.@Nullable Timer heartbeat;
  private @Nullable Number heartbeatSeconds;
  private @Nullable Number timeoutSeconds;
  private boolean submitted;

  TaskVisit(Flow flow, StateDefinition state, @Nullable Object input) {
    super(flow, state, input);
    resource = TaskResource.read(String.valueOf(state.get("Resource")));
    events = new TaskEvents(flow, resource);
  }

  private boolean hasToken() {
    return resource.pattern() != Pattern.REQUEST_RESPONSE;
  }

  @Override
  Map<String, @Nullable Object> ownContext() {
    Map<String, @Nullable Object> task = new LinkedHashMap<>();
    if (token != null) {
      task.put("Token", token);
    }
    return Map.of("Task", task);
  }

  @Override
  void run() {
    submitted = false;
    if (hasToken()) {
      token = engine().newToken(this);
    }
    Number timeout = fields().seconds("TimeoutSeconds");
    heartbeatSeconds = fields().seconds("HeartbeatSeconds");
    Object arguments = fields().payload();
    events.scheduled(arguments, timeout, heartbeatSeconds);
    post(() -> start(arguments, timeout));
  }

  private void limit(@Nullable Number seconds) {
    if (seconds != null) {
      schedule(seconds(seconds), this::timedOut);
    }
  }

  private void start(@Nullable Object arguments, @Nullable Number timeout) {
    if (resource.kind() == Kind.ACTIVITY && token != null) {
      // Its time begins when a worker takes it (developer guide, "Task", TimeoutSeconds).
      timeoutSeconds = timeout;
      engine().activities().offer(engine(), resource.arn(), new Activities.Task(token, arguments));
      return;
    }
    limit(timeout);
    events.started(null);
    if (resource.pattern() == Pattern.WAIT_FOR_TASK_TOKEN) {
      beat();
    }
    TaskCall call =
        new TaskCall(
            resource,
            arguments,
            token,
            flow().execution().identity().arn(),
            state().name(),
            answer -> post(() -> submitted(answer)));
    call(call, this::answered);
  }

  private static Duration seconds(Number seconds) {
    return Duration.ofMillis(Math.round(seconds.doubleValue() * 1000));
  }

  private void submitted(@Nullable Object answer) {
    if (!submitted) {
      submitted = true;
      events.submitted(answer);
    }
  }

  private void answered(TaskOutcome outcome) {
    if (outcome instanceof TaskOutcome.TimedOut) {
      timedOut();
    } else if (outcome instanceof TaskOutcome.Failed failed) {
      if (resource.pattern() == Pattern.WAIT_FOR_TASK_TOKEN
          && resource.kind() == Kind.INTEGRATION) {
        events.submitFailed(failed.error(), failed.cause());
      } else {
        events.failed(failed.error(), failed.cause());
      }
      fail(failed.error(), failed.cause());
    } else {
      Object output = ((TaskOutcome.Succeeded) outcome).output();
      switch (resource.pattern()) {
        case WAIT_FOR_TASK_TOKEN -> submitted(output);
        case REQUEST_RESPONSE -> done(output);
        default -> {
          submitted(output);
          done(output);
        }
      }
    }
  }

  private void done(@Nullable Object output) {
    if (Json.size(output) > LARGEST) {
      String cause = tooLarge(resource.service());
      events.failed("States.DataLimitExceeded", cause);
      fail("States.DataLimitExceeded", cause);
      return;
    }
    events.succeeded(output);
    try {
      succeed(output);
    } catch (QueryFailure failure) {
      fail(failure);
    }
  }

  private void timedOut() {
    events.timedOut();
    fail(ErrorRules.TIMEOUT, "");
  }

  /** Shown as any time-out, and known to rules by its own name as well. */
  private void silent() {
    events.timedOut();
    fail(ErrorRules.TIMEOUT, "", List.of(ErrorRules.TIMEOUT, ErrorRules.SILENCE));
  }

  private void beat() {
    if (heartbeat != null) {
      heartbeat.cancel();
    }
    if (heartbeatSeconds != null) {
      heartbeat = schedule(seconds(heartbeatSeconds), this::silent);
    }
  }

  @Override
  void released() {
    if (token != null) {
      engine().forgetToken(token);
    }
  }

  /** A worker has taken the activity's task. */
  void takenBy(String worker) {
    post(
        () -> {
          events.started(worker);
          limit(timeoutSeconds);
          beat();
        });
  }

  /** Somebody did the work. */
  public void tokenSucceeded(@Nullable Object output) {
    post(() -> done(output));
  }

  /** Somebody could not do the work. */
  public void tokenFailed(@Nullable String error, @Nullable String cause) {
    post(
        () -> {
          events.failed(error, cause);
          fail(error, cause);
        });
  }

  /** Somebody is still at work. */
  public void tokenBeats() {
    post(this::beat);
  }
}
