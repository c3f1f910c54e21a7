package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.saga.language.Expression;
import io.eventwright.generator.emit.saga.language.Language;
import io.eventwright.generator.model.Condition;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.SagaStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The states that make of the event what every state after them is given, in a language without
 * variables. Where the saga makes events of its own they are named after it, and an event need not
 * have a subject or a correlation id: it is looked at first, and its own id stands for either.
 *
 * @param flow of the machine
 * @param next where it begins
 */
record TakenEvent(Flow flow, String next) {

  private static final String LOOK = "Look at event";
  private static final String TAKE = "Take event";

  /** The state that comes first of them. */
  static String first(Values values) {
    return names(values) ? LOOK : TAKE;
  }

  private static boolean names(Values values) {
    return values
        .saga()
        .allSteps()
        .anyMatch(
            step ->
                step instanceof SagaStep.Publish
                    || step instanceof SagaStep.Nested
                    || step instanceof SagaStep.Task);
  }

  void add(Values values) {
    if (!names(values)) {
      take(TAKE, List.of(), List.of());
      return;
    }
    String subject = Values.SUBJECT;
    String correlation = Values.CORRELATION;
    Map<String, Object> look = new LinkedHashMap<>();
    look.put("Comment", "Events of the saga's own are named after it, or after its id.");
    look.put("Type", "Choice");
    look.put(
        "Choices",
        List.of(
            when(List.of(subject, correlation), TAKE),
            when(List.of(subject), TAKE + " without correlation id"),
            when(List.of(correlation), TAKE + " without subject")));
    look.put("Default", TAKE + " without both");
    flow.add(LOOK, look);
    take(TAKE, List.of(subject, correlation), List.of());
    take(TAKE + " without correlation id", List.of(subject), List.of(correlation));
    take(TAKE + " without subject", List.of(correlation), List.of(subject));
    take(TAKE + " without both", List.of(), List.of(subject, correlation));
  }

  private Map<String, Object> when(List<String> there, String take) {
    List<Language.Test> all = new ArrayList<>();
    for (String attribute : there) {
      all.add(
          new Language.Test(
              new Expression.Input(List.of(attribute)),
              List.of(new Condition.Exists(true)),
              false));
    }
    Map<String, Object> rule = new LinkedHashMap<>();
    flow.language().when(rule, all);
    rule.put("Next", take);
    return rule;
  }

  private void take(String name, List<String> there, List<String> missing) {
    Map<String, Object> known = known();
    there.forEach(
        each -> known.put(Values.named(each).member(), new Expression.Input(List.of(each))));
    missing.forEach(
        each -> known.put(Values.named(each).member(), new Expression.Input(List.of("id"))));
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("Type", "Pass");
    flow.language().arguments(state, known);
    state.put("Next", next);
    flow.add(name, state);
  }

  /** What every saga knows from its beginning on. */
  static Map<String, Object> known() {
    return TaskStates.ordered(
        SagaPath.EVENT,
        Expression.context("Execution", "Input"),
        SagaPath.EXECUTION,
        Expression.context("Execution", "Name"));
  }
}
