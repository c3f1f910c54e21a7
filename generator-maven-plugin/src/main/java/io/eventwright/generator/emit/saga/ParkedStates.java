package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.saga.language.Expression;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a flow waits for a person, and how it goes on. The row that the waiting state writes is
 * described in {@code docs/decisions/0008-sagas.md}.
 *
 * @param saga its name
 */
record ParkedStates(String saga) {

  /** A person has that long. */
  static final Duration PATIENCE = Duration.ofDays(60);

  void add(Flow flow) {
    Flow.Place place = flow.place();
    String variable = flow.parked();
    flow.add(flow.waiting(), parked(flow, variable));
    flow.add(place.named("Go on"), goOn(flow, variable));
    flow.add(place.named("Aborted"), aborted(variable));
  }

  private Map<String, Object> parked(Flow flow, String variable) {
    Map<String, Object> item = new LinkedHashMap<>();
    List<Object> key = new ArrayList<>();
    key.add("parked#" + saga + "#");
    key.add(Expression.variable("execution"));
    key.add("#");
    key.add(Expression.variable(variable, "state"));
    for (String index : flow.place().index()) {
      key.add("#");
      key.add(Expression.variable(index));
    }
    item.put("pk", Items.text(new Expression.Joined(key)));
    item.put("saga", Items.text(saga));
    item.put("execution", Items.text(Expression.variable("execution")));
    item.put("executionArn", Items.text(Expression.context("Execution", "Id")));
    item.put("state", Items.text(Expression.variable(variable, "state")));
    item.put("caught", Items.text(new Expression.Text(Expression.variable(variable, "caught"))));
    item.put("event", Items.text(Expression.variable("event", "id")));
    item.put("source", Items.text(Expression.variable("event", "source")));
    item.put("type", Items.text(Expression.variable("event", "type")));
    item.put("token", Items.text(Expression.context("Task", "Token")));
    item.put("at", Items.text(Expression.context("State", "EnteredTime")));
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("Comment", "A person must look: operate sagas answers with resume, skip or abort.");
    state.put("Type", "Task");
    state.put("Resource", Items.WAITING);
    flow.language().arguments(state, Items.put(item));
    flow.language()
        .output(state, answer(variable), Map.of("decision", Expression.result("decision")));
    state.put("TimeoutSeconds", PATIENCE.toSeconds());
    state.put("Retry", Retries.ofWaiting());
    state.put("Next", flow.place().named("Go on"));
    return state;
  }

  private static String answer(String variable) {
    return variable + ".answer";
  }

  private static Map<String, Object> goOn(Flow flow, String variable) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("Type", "Choice");
    state.put(
        "Choices",
        flow.decisions(
            new Expression.Answer(answer(variable), List.of("decision")),
            Expression.variable(variable, "state")));
    state.put("Default", flow.place().named("Aborted"));
    return state;
  }

  private static Map<String, Object> aborted(String variable) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("Comment", "A person gave up: what was not undone or not done stays as it is.");
    state.put("Type", "Fail");
    state.put("Error", "Aborted");
    state.put("Cause", "A person aborted the saga; its history tells where.");
    return state;
  }
}
