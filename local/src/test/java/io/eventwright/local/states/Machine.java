package io.eventwright.local.states;

import io.eventwright.local.states.history.HistoryEvent;
import io.eventwright.local.states.task.TaskCall;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.task.TaskTarget;
import io.eventwright.local.states.time.VirtualTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** One state machine on a virtual clock, with a function that does its tasks. */
final class Machine implements TaskTarget {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  final VirtualTimeline timeline = new VirtualTimeline(START);
  final StepFunctions functions =
      new StepFunctions("eu-west-1", "123456789012", timeline, this, new Random(7));
  final List<TaskCall> calls = new ArrayList<>();
  final String arn;
  private final Function<TaskCall, TaskOutcome> tasks;

  Machine(String definition, Function<TaskCall, TaskOutcome> tasks) {
    this.tasks = tasks;
    this.arn =
        functions.createStateMachine("tested", definition, "arn:aws:iam::1:role/r", false).arn();
  }

  Machine(String definition) {
    this(definition, call -> new TaskOutcome.Succeeded(call.arguments()));
  }

  @Override
  public boolean livesOnTimeline(TaskCall call) {
    return true;
  }

  @Override
  public CompletionStage<TaskOutcome> call(TaskCall call) {
    calls.add(call);
    return CompletableFuture.completedFuture(tasks.apply(call));
  }

  String start(String input) {
    return functions.startExecution(arn, null, input).arn();
  }

  /** Runs to the end and shows how it ended. */
  ExecutionView run(String input) {
    String execution = start(input);
    timeline.runUntilIdle();
    return functions.describeExecution(execution);
  }

  List<String> events(String execution) {
    return functions.history(execution).stream().map(HistoryEvent::type).toList();
  }

  /** When events of the type happened, counted from the start. */
  List<Duration> times(String execution, String type) {
    return functions.history(execution).stream()
        .filter(event -> event.type().equals(type))
        .map(event -> Duration.between(START, event.time()))
        .toList();
  }

  static TaskOutcome failed(String error) {
    return new TaskOutcome.Failed(error, "because");
  }
}
