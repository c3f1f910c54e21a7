package io.eventwright.local.states;

import io.eventwright.local.states.definition.StateMachineDefinition;
import io.eventwright.local.states.history.HistoryEvent;
import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.run.Activities;
import io.eventwright.local.states.run.Engine;
import io.eventwright.local.states.run.Execution;
import io.eventwright.local.states.run.TaskVisit;
import io.eventwright.local.states.run.Tokens;
import io.eventwright.local.states.task.TaskRights;
import io.eventwright.local.states.task.TaskTarget;
import io.eventwright.local.states.time.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * AWS Step Functions in one object: state machines and their executions, by the rules of the Amazon
 * States Language. Safe under threads. Refusals are {@link StepFunctionsException}s with the
 * service's words.
 *
 * <p>Executions live on the given {@link Timeline}; their tasks go through the given {@link
 * TaskTarget}, except for those that call Step Functions itself.
 */
public final class StepFunctions implements AutoCloseable {
  private final String arnPrefix;
  private final Timeline timeline;
  private final Engine engine;
  private final StateMachines machines = new StateMachines();
  private final Executions executions;
  private final KnownActivities activities = new KnownActivities();
  private @Nullable Consumer<ExecutionView> whenEnded;

  /**
   * An empty Step Functions.
   *
   * @param region e.g. {@code eu-west-1}
   * @param account the account's twelve digits
   * @param random decides jitter and makes tokens; seed it for the same run twice
   */
  public StepFunctions(
      String region, String account, Timeline timeline, TaskTarget target, RandomGenerator random) {
    this(region, account, timeline, target, TaskRights.ALL, random);
  }

  /**
   * An empty Step Functions whose state machines are held to their roles.
   *
   * @param rights asked where a task calls Step Functions itself; the target asks for all others
   */
  public StepFunctions(
      String region,
      String account,
      Timeline timeline,
      TaskTarget target,
      TaskRights rights,
      RandomGenerator random) {
    this.arnPrefix = "arn:aws:states:" + region + ":" + account + ":";
    this.timeline = timeline;
    this.engine = new Engine(timeline, new OwnTasks(this, target, new OwnRights(rights)), random);
    this.executions = new Executions(arnPrefix, engine);
  }

  /**
   * Makes a state machine.
   *
   * @param express whether it is of type EXPRESS
   * @throws StepFunctionsException {@code InvalidDefinition} with all that is wrong, {@code
   *     InvalidName}, or {@code StateMachineAlreadyExists} when another has the name
   */
  public StateMachine createStateMachine(
      String name, String definition, String roleArn, boolean express) {
    Names.check(name);
    StateMachineDefinition read = StateMachines.read(definition);
    if (express) {
      StateMachines.checkExpress(read.flow(), "");
    }
    StateMachine machine =
        new StateMachine(
            arnPrefix + "stateMachine:" + name, name, read, roleArn, express, timeline.now());
    return engine.locked(() -> machines.add(machine));
  }

  /** Gives a state machine another definition; executions that run keep theirs. */
  public StateMachine updateStateMachine(
      String arn, @Nullable String definition, @Nullable String roleArn) {
    StateMachineDefinition read = definition == null ? null : StateMachines.read(definition);
    return engine.locked(() -> machines.update(arn, read, roleArn));
  }

  /** Forgets a state machine; executions that run go on. */
  public void deleteStateMachine(String arn) {
    engine.locked(
        () -> {
          machines.remove(arn);
          return arn;
        });
  }

  /**
   * Finds a state machine, by its ARN or by one qualified with a version or an alias.
   *
   * @throws StepFunctionsException {@code StateMachineDoesNotExist}
   */
  public StateMachine describeStateMachine(String arn) {
    return engine.locked(() -> machines.find(arn));
  }

  /** All state machines, in the order they were made. */
  public List<StateMachine> listStateMachines() {
    return engine.locked(() -> machines.all());
  }

  /**
   * Starts an execution.
   *
   * @param name unique among those of a standard machine; null for one made up
   * @param input JSON
   * @return the new execution, or the running one that has this name and this very input
   * @throws StepFunctionsException {@code ExecutionAlreadyExists}, {@code InvalidExecutionInput},
   *     {@code InvalidName}, {@code StateMachineDoesNotExist}
   */
  public ExecutionView startExecution(String machineArn, @Nullable String name, String input) {
    return engine.locked(() -> ExecutionView.of(start(machineArn, name, input)));
  }

  /** Starts an execution and gives it when it has ended, as is done with express machines. */
  public CompletionStage<ExecutionView> startSyncExecution(
      String machineArn, @Nullable String name, String input) {
    CompletableFuture<ExecutionView> ended = new CompletableFuture<>();
    engine.locked(
        () -> {
          start(machineArn, name, input)
              .whenClosed(execution -> ended.complete(ExecutionView.of(execution)));
          return ended;
        });
    return ended;
  }

  /** Starts an execution; the lock is held. */
  Execution start(String machineArn, @Nullable String name, String input) {
    return executions.start(describeStateMachine(machineArn), name, input, this::ended);
  }

  private void ended(Execution execution) {
    Consumer<ExecutionView> listener = whenEnded;
    if (listener != null) {
      ExecutionView view = ExecutionView.of(execution);
      timeline.execute(() -> listener.accept(view));
    }
  }

  /**
   * Has the listener told of every execution that ends; a local cloud makes events of it. It is
   * told on the timeline, without the lock, and should be quick.
   */
  public void whenEnded(Consumer<ExecutionView> listener) {
    engine.locked(() -> whenEnded = listener);
  }

  /**
   * Shows an execution.
   *
   * @throws StepFunctionsException {@code ExecutionDoesNotExist}
   */
  public ExecutionView describeExecution(String arn) {
    return engine.locked(() -> ExecutionView.of(executions.find(arn)));
  }

  /**
   * Everything that happened in an execution so far.
   *
   * @throws StepFunctionsException {@code ExecutionDoesNotExist}
   */
  public List<HistoryEvent> history(String arn) {
    return engine.locked(() -> executions.find(arn).history().events());
  }

  /**
   * The executions of a machine, the newest first.
   *
   * @param status e.g. {@code FAILED}; null for all
   */
  public List<ExecutionView> listExecutions(String machineArn, @Nullable String status) {
    return engine.locked(() -> executions.of(describeStateMachine(machineArn).arn(), status));
  }

  /**
   * Stops an execution; one that has ended stays as it is.
   *
   * @throws StepFunctionsException {@code ExecutionDoesNotExist}
   */
  public ExecutionView stopExecution(String arn, @Nullable String error, @Nullable String cause) {
    return engine.locked(
        () -> {
          executions.find(arn).stop(error, cause);
          return ExecutionView.of(executions.find(arn));
        });
  }

  /** Stops whatever runs. */
  public void stopAll() {
    engine.locked(
        () -> {
          executions.stopAll();
          return executions;
        });
  }

  /**
   * Goes on with an execution from the step that did not succeed.
   *
   * @throws StepFunctionsException {@code ExecutionDoesNotExist}, {@code ExecutionNotRedrivable}
   */
  public ExecutionView redriveExecution(String arn) {
    return engine.locked(
        () -> {
          Execution execution = executions.redrivable(arn);
          execution.redrive();
          execution.whenClosed(this::ended);
          return ExecutionView.of(execution);
        });
  }

  /**
   * Ends the task that waits for the token with an output.
   *
   * @param output JSON
   * @throws StepFunctionsException {@code InvalidToken}, {@code TaskTimedOut}, {@code
   *     InvalidOutput}
   */
  public void sendTaskSuccess(String token, String output) {
    withTask(
        token,
        task -> {
          try {
            task.tokenSucceeded(Json.parse(output));
          } catch (IllegalArgumentException invalid) {
            throw new StepFunctionsException(
                "InvalidOutput", "Invalid Output: '" + invalid.getMessage() + "'");
          }
        });
  }

  /** Ends the task that waits for the token with an error; refusals as with success. */
  public void sendTaskFailure(String token, @Nullable String error, @Nullable String cause) {
    withTask(token, task -> task.tokenFailed(error, cause));
  }

  /** Says that the task is still at work; refusals as with success. */
  public void sendTaskHeartbeat(String token) {
    withTask(token, TaskVisit::tokenBeats);
  }

  /**
   * Makes an activity; its tasks wait for workers who ask for them.
   *
   * @return its ARN, also when it is there already
   */
  public String createActivity(String name) {
    Names.check(name);
    return engine.locked(
        () -> {
          String arn = arnPrefix + "activity:" + name;
          activities.add(arn, timeline.now());
          return arn;
        });
  }

  /** When each activity was made, by their ARNs. */
  public Map<String, Instant> listActivities() {
    return engine.locked(activities::all);
  }

  /** Forgets an activity. */
  public void deleteActivity(String arn) {
    engine.locked(() -> activities.remove(arn));
  }

  /**
   * Gives a worker a task of the activity, as soon as there is one.
   *
   * @throws StepFunctionsException {@code ActivityDoesNotExist}
   */
  public CompletionStage<Activities.Task> getActivityTask(String arn, String worker) {
    Arns.check(arn, "activity");
    return engine.locked(
        () -> {
          activities.require(arn);
          return engine.activities().ask(engine, arn, worker);
        });
  }

  private void withTask(String token, Consumer<TaskVisit> action) {
    engine.locked(
        () -> {
          TaskVisit task = engine.task(token);
          if (task == null && !Tokens.isToken(token)) {
            throw new StepFunctionsException("InvalidToken", "Invalid Token: 'Invalid token'");
          }
          if (task == null) {
            throw new StepFunctionsException(
                "TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
          }
          action.accept(task);
          return token;
        });
  }

  /**
   * Whether an execution is at work; one that waits for an answer with its task's token is not,
   * since nothing happens until somebody gives it.
   */
  public boolean busy() {
    return engine.locked(() -> !engine.waitsForTokensOnly() && executions.anyRuns());
  }

  Timeline timeline() {
    return timeline;
  }

  /** Ends the threads that call services; executions that wait for them never go on. */
  @Override
  public void close() {
    engine.close();
  }
}
