package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.saga.language.Expression;
import io.eventwright.generator.emit.sam.LogicalIds;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.ExpressBudget;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.SagaRetry;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.SagaValue;
import io.eventwright.generator.model.WorkerModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The states that do something: what they call, and with what. Where they lead is not theirs.
 *
 * @param values what the saga knows
 */
record TaskStates(Values values) {

  private static final String INVOKE = "arn:aws:states:::lambda:invoke";
  private static final String AND_WAIT = ".waitForTaskToken";

  // A saga that is given up is stopped half-way: its own limit must end it before.
  private static final Duration LONGER_THAN_SAGA = Duration.ofHours(1);

  /** How long a callback's row outlives what waits for it. */
  static final Duration REMEMBERED = Duration.ofDays(90);

  /** Where a function's answer has what it returned. */
  static final Expression.Result RETURNED = Expression.result("Payload", "returned");

  /** A step, or null for one that is no task. */
  @Nullable Map<String, Object> of(SagaStep step, Flow flow, boolean forGood) {
    if (step instanceof SagaStep.Call call) {
      return call(call, flow, forGood);
    }
    if (step instanceof SagaStep.Approval approval) {
      return approval(approval, flow);
    }
    if (step instanceof SagaStep.Publish publish) {
      return new ServiceStates(values).publish(publish, flow);
    }
    if (step instanceof SagaStep.Put put) {
      return new ServiceStates(values).put(put, flow);
    }
    if (step instanceof SagaStep.Send send) {
      return new ServiceStates(values).send(send, flow);
    }
    if (step instanceof SagaStep.Nested nested) {
      return nested(nested, flow);
    }
    return step instanceof SagaStep.Task task
        ? new ContainerStates(values)
            .run(
                task,
                flow,
                forGood ? forGood(task.retry(), values.pace().persistent()) : task.retry())
        : null;
  }

  private Map<String, Object> call(SagaStep.Call call, Flow flow, boolean forGood) {
    WorkerModel worker = values.worker(call.worker().value());
    SagaStep.Callback callback = call.callback();
    Map<String, Object> payload =
        payload(call.name(), "do", worker, call.with(), callback, flow.place().index());
    Map<String, Object> state = task("", INVOKE + (callback == null ? "" : AND_WAIT));
    if (callback != null) {
      payload.put("reference", values.reference(callback));
      payload.put("token", Expression.context("Task", "Token"));
      payload.put("entered", Expression.context("State", "EnteredTime"));
      payload.put("retry", Expression.context("State", "RetryCount"));
      payload.put("patience", callback.timeout().toSeconds());
      if (callback.heartbeat() != null) {
        payload.put("heartbeat", callback.heartbeat().toSeconds());
      }
    }
    flow.language()
        .arguments(state, ordered("FunctionName", function(worker.name()), "Payload", payload));
    flow.language().withoutOutput(state);
    if (callback == null) {
      state.put("TimeoutSeconds", timeout(call, worker, values.pace()).toSeconds());
      if (values.returns(call)) {
        flow.language().keep(state, Values.variable(call.name()), RETURNED);
      }
    } else {
      state.put("TimeoutSeconds", callback.timeout().toSeconds());
      if (callback.heartbeat() != null) {
        state.put("HeartbeatSeconds", callback.heartbeat().toSeconds());
      }
      flow.language().keep(state, Values.variable(call.name()), Expression.result());
    }
    List<SagaRetry> retry =
        forGood ? forGood(call.retry(), values.pace().persistent(worker)) : call.retry();
    state.put(
        "Retry",
        callback == null
            ? values.pace().ofFunction(retry)
            : Retries.ofCallback(retry, callback.heartbeat() != null));
    return state;
  }

  /**
   * Asks how a step went whose answer is not known. One that has not happened is refused from then
   * on to whoever else runs it, and one that has gives the answer that it gave.
   */
  Map<String, Object> settle(SagaStep.Call call, Flow flow) {
    WorkerModel worker = values.worker(call.worker().value());
    Map<String, Object> state =
        task("Whether " + call.name() + " happened: from now on the same for every run.", INVOKE);
    flow.language()
        .arguments(
            state,
            ordered(
                "FunctionName",
                function(worker.name()),
                "Payload",
                payload(call.name(), "settle", worker, call.with(), null, flow.place().index())));
    flow.language().withoutOutput(state);
    state.put("TimeoutSeconds", timeout(call, worker, values.pace()).toSeconds());
    if (values.returns(call)) {
      flow.language().keep(state, Values.variable(call.name()), RETURNED);
    }
    state.put(
        "Retry",
        values
            .pace()
            .ofFunction(
                List.of(ExpressBudget.settling(worker.timeout(), !worker.uses().isEmpty()))));
    return state;
  }

  /** What one is told to do, or to undo. */
  private Map<String, Object> payload(
      String step,
      String direction,
      WorkerModel worker,
      Map<String, SagaValue> with,
      SagaStep.@Nullable Callback callback,
      List<String> index) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("saga", values.saga().name());
    payload.put("execution", Expression.variable(SagaPath.EXECUTION));
    payload.put("step", Values.stepKey(step, index));
    payload.put("direction", direction);
    payload.put("event", Expression.variable(SagaPath.EVENT));
    EventRef takes = worker.takes();
    if (takes != null) {
      payload.put("input", values.input(takes, with, callback));
    }
    return payload;
  }

  /** The compensation of a step, which may have taken effect. */
  Map<String, Object> undo(SagaStep step, SagaStep.Named undo, Flow flow) {
    WorkerModel worker = values.worker(undo.value());
    Map<String, Object> state =
        task(
            "Compensates "
                + step.name()
                + ", which may have taken effect; retried for "
                + (values.saga().isExpress() ? "seconds." : "long."),
            INVOKE);
    // A worker's inbox knows whether its step took effect; nobody knows it of a service that was
    // called without one, whose compensation is a step of its own. In a block it is noted whether
    // it began.
    boolean known = step instanceof SagaStep.Call;
    Map<String, Object> payload =
        payload(
            known ? step.name() : step.name() + "-undo",
            known ? "undo" : "do",
            worker,
            step instanceof SagaStep.Call call ? call.with() : Map.of(),
            step instanceof SagaStep.Call call ? call.callback() : null,
            flow.place().index());
    if (Steps.isNoted(step) && !flow.place().isMachine()) {
      payload.put("of", Values.stepKey(step.name(), flow.place().index()));
    }
    flow.language()
        .arguments(state, ordered("FunctionName", function(worker.name()), "Payload", payload));
    flow.language().withoutOutput(state);
    Pace pace = values.pace();
    state.put("TimeoutSeconds", worker.timeout().plus(pace.besideFunction()).toSeconds());
    WorkerModel undone =
        step instanceof SagaStep.Call call ? values.worker(call.worker().value()) : worker;
    state.put("Retry", pace.ofFunction(List.of(pace.undoing(undone, worker))));
    return state;
  }

  private Map<String, Object> approval(SagaStep.Approval approval, Flow flow) {
    SagaStep.Callback callback = approval.callback();
    String saga = values.saga().name();
    Map<String, Object> item = new LinkedHashMap<>();
    item.put(
        "pk",
        Items.text(
            Expression.joined(
                "callback#" + saga + "#" + approval.name() + "#", values.reference(callback))));
    item.put("saga", Items.text(saga));
    item.put("step", Items.text(approval.name()));
    item.put("execution", Items.text(Expression.variable(SagaPath.EXECUTION)));
    item.put("event", Items.text(Expression.variable(SagaPath.EVENT, "id")));
    item.put("token", Items.text(Expression.context("Task", "Token")));
    item.put("at", Items.text(Expression.context("State", "EnteredTime")));
    item.put(
        "ttl",
        Items.number(
            new Expression.SecondsAfterStart(
                SagaDuration.limit(values).plus(REMEMBERED).toSeconds())));
    Map<String, Object> arguments = Items.put(item);
    if (values.saga().language() == SagaModel.Language.JSONATA) {
      unlessSomebodyWaits(arguments, item, approval, flow);
    }
    Map<String, Object> state =
        task("Waits for a person's answer: approved or not.", Items.WAITING);
    flow.language().arguments(state, arguments);
    flow.language().withoutOutput(state);
    state.put("TimeoutSeconds", callback.timeout().toSeconds());
    flow.language().keep(state, Values.variable(approval.name()), Expression.result());
    state.put("Retry", Retries.ofWaiting());
    return state;
  }

  /** Two executions may name their answers alike: the one that waits already keeps its row. */
  private void unlessSomebodyWaits(
      Map<String, Object> arguments,
      Map<String, Object> item,
      SagaStep.Approval approval,
      Flow flow) {
    Object waiter = Items.text(values.key(approval, flow.place().index()));
    item.put("waiter", waiter);
    item.put(
        "until",
        Items.number(
            new Expression.SecondsAfterEntered(approval.callback().timeout().toSeconds())));
    arguments.put(
        "ConditionExpression",
        "attribute_not_exists(pk) OR #waiter = :waiter OR attribute_exists(#answered)"
            + " OR #until < :now");
    Map<String, Object> names = new LinkedHashMap<>();
    names.put("#waiter", "waiter");
    names.put("#answered", "answered");
    names.put("#until", "until");
    arguments.put("ExpressionAttributeNames", names);
    arguments.put(
        "ExpressionAttributeValues",
        ordered(":waiter", waiter, ":now", Items.number(new Expression.SecondsAfterEntered(0))));
  }

  private Map<String, Object> nested(SagaStep.Nested nested, Flow flow) {
    Values within = values.of(nested.saga().value());
    SagaModel other = within.saga();
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("StateMachineArn", "${" + LogicalIds.of(other.name()) + "StateMachine}");
    arguments.put("Name", new Expression.Hash(values.key(nested, flow.place().index())));
    arguments.put(
        "Input", values.event(other.on().delivered(), nested, nested.with(), flow.place().index()));
    Map<String, Object> state =
        task(
            "Runs the saga " + other.name() + " to its end.",
            "arn:aws:states:::states:startExecution.sync:2");
    flow.language().arguments(state, arguments);
    flow.language()
        .output(
            state,
            Values.variable(nested.name()),
            Map.of("outcome", Expression.result("Output", "outcome")));
    state.put("TimeoutSeconds", SagaDuration.limit(within).plus(LONGER_THAN_SAGA).toSeconds());
    state.put("Retry", Retries.ofStart());
    return state;
  }

  /** What is tried for long: as it is said for single errors, and for all others persistently. */
  private static List<SagaRetry> forGood(List<SagaRetry> said, SagaRetry persistent) {
    List<SagaRetry> all =
        new ArrayList<>(said.stream().filter(each -> !each.errors().isEmpty()).toList());
    all.add(persistent);
    return all;
  }

  static Duration timeout(SagaStep.Call call, WorkerModel worker, Pace pace) {
    Duration said = call.timeout();
    return said == null ? worker.timeout().plus(pace.besideFunction()) : said;
  }

  private static String function(String worker) {
    return "${" + LogicalIds.function(worker) + "}";
  }

  static Map<String, Object> task(String comment, String resource) {
    Map<String, Object> state = new LinkedHashMap<>();
    if (!comment.isEmpty()) {
      state.put("Comment", comment);
    }
    state.put("Type", "Task");
    state.put("Resource", resource);
    return state;
  }

  static Map<String, Object> ordered(String name, Object value, String other, Object second) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(name, value);
    map.put(other, second);
    return map;
  }
}
