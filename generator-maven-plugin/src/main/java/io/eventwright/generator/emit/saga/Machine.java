package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.saga.language.Expression;
import io.eventwright.generator.emit.saga.language.JsonPath;
import io.eventwright.generator.emit.saga.language.Jsonata;
import io.eventwright.generator.emit.saga.language.Language;
import io.eventwright.generator.emit.sam.LogicalIds;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaPath;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All states of a saga: the claim of the event, the steps, the compensations, the two ends.
 *
 * @param values what the saga knows
 */
record Machine(Values values) {

  static final String FIRST = "Claim event";

  // As long as Step Functions keeps an execution's history.
  private static final Duration CLAIM = Duration.ofDays(90);
  private static final String ALREADY = "Already started";
  private static final Duration STORE_CALL = Duration.ofSeconds(30);

  static Machine of(EventSystem system, SagaModel saga) {
    return new Machine(new Values(system, saga));
  }

  Language language() {
    return saga().language() == SagaModel.Language.JSONATA ? new Jsonata() : new JsonPath();
  }

  private SagaModel saga() {
    return values.saga();
  }

  Map<String, Object> states() {
    Flow flow = new Flow(Flow.Place.MACHINE, language());
    TaskStates tasks = new TaskStates(values);
    ParkedStates waiting = new ParkedStates(saga().name());
    boolean alike = saga().done().name().equals(saga().undone().name());
    String done = publishes(saga().done()) + (alike ? " as done" : "");
    String undone = publishes(saga().undone()) + (alike ? " as undone" : "");
    String first = Steps.from(saga().steps(), 0, done, false);
    if (saga().isExpress()) {
      new ExpressStates(values).begin(flow, first);
    } else {
      begin(flow, first);
    }
    new ForwardStates(tasks, waiting)
        .add(flow, saga().steps(), done, undone, ForwardStates.Failing.COMPENSATES);
    new BackwardStates(tasks, waiting).add(flow, saga().undoable(), undone);
    flow.add(done, end(flow, done, "Every step took effect.", "done", "Done"));
    flow.add("Done", ends("done"));
    flow.add(undone, end(flow, undone, "What took effect was compensated.", "undone", "Undone"));
    flow.add("Undone", ends("undone"));
    if (saga().isExpress()) {
      new ExpressStates(values).giveUp(flow);
    }
    return Reachable.from(first(), flow.states(waiting));
  }

  /** The state that it begins with. */
  String first() {
    return saga().isExpress() ? ExpressStates.FIRST : FIRST;
  }

  private void begin(Flow flow, String first) {
    if (flow.language().hasVariables()) {
      flow.add(FIRST, claim(flow, first));
    } else {
      flow.add(FIRST, claim(flow, TakenEvent.first(values)));
      new TakenEvent(flow, first).add(values);
    }
    flow.add(ALREADY, ends("already-started"));
  }

  private Map<String, Object> claim(Flow flow, String next) {
    Expression me = Expression.context("Execution", "Name");
    Map<String, Object> item = new LinkedHashMap<>();
    item.put(
        "pk",
        Items.text(
            Expression.joined("saga#" + saga().name() + "#", new Expression.Input(List.of("id")))));
    item.put("execution", Items.text(me));
    item.put("at", Items.text(Expression.context("Execution", "StartTime")));
    item.put("ttl", Items.number(new Expression.SecondsAfterStart(CLAIM.toSeconds())));
    Map<String, Object> arguments = Items.put(item);
    arguments.put("ConditionExpression", "attribute_not_exists(pk) OR #execution = :me");
    arguments.put("ExpressionAttributeNames", Map.of("#execution", "execution"));
    arguments.put("ExpressionAttributeValues", Map.of(":me", Items.text(me)));
    Map<String, Object> state =
        TaskStates.task(
            "A rule cannot name the execution it starts, so an event delivered twice starts two:"
                + " the second ends here.",
            "arn:aws:states:::dynamodb:putItem");
    flow.language().arguments(state, arguments);
    state.put("TimeoutSeconds", STORE_CALL.toSeconds());
    flow.language().withoutOutput(state);
    if (flow.language().hasVariables()) {
      state.put("Assign", TakenEvent.known());
    }
    state.put("Retry", Retries.ofOwnStore(SagaErrors.NOT_MINE));
    state.put("Catch", List.of(flow.goingOn(List.of(SagaErrors.NOT_MINE), ALREADY)));
    state.put("Next", next);
    return state;
  }

  /** What ended cannot be undone any more: it is tried for long, and then not given up. */
  private Map<String, Object> end(
      Flow flow, String name, String comment, String outcome, String last) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("saga", saga().name());
    payload.put("execution", Expression.variable(SagaPath.EXECUTION));
    if (outcome.equals("undone")) {
      payload.put("failure", Expression.variable("failure"));
    }
    payload.put("outcome", outcome);
    payload.put("event", Expression.variable(SagaPath.EVENT));
    Map<String, Object> state = TaskStates.task(comment, "arn:aws:states:::lambda:invoke");
    flow.language()
        .arguments(
            state,
            TaskStates.ordered(
                "FunctionName",
                "${" + LogicalIds.endFunction(saga().name()) + "}",
                "Payload",
                payload));
    flow.language().withoutOutput(state);
    Pace pace = values.pace();
    state.put("TimeoutSeconds", pace.end(saga()).toSeconds());
    state.put("Retry", pace.ofFunction(List.of(pace.persistent())));
    ForGood.of(values).caught(state, flow, name, last);
    state.put("Next", last);
    return state;
  }

  private Map<String, Object> ends(String outcome) {
    Map<String, Object> state = new LinkedHashMap<>();
    boolean jsonata = saga().language() == SagaModel.Language.JSONATA;
    state.put("Type", jsonata ? "Succeed" : "Pass");
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("outcome", outcome);
    if (outcome.equals("undone")) {
      output.put("failure", Expression.variable("failure"));
    }
    state.put(jsonata ? "Output" : "Parameters", output);
    if (!jsonata) {
      state.put("End", true);
    }
    return state;
  }

  private static String publishes(EventRef event) {
    return "Publish " + event.name();
  }
}
