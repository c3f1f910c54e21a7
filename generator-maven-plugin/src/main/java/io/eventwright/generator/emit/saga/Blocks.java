package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.saga.language.Expression;
import io.eventwright.generator.emit.saga.language.Language;
import io.eventwright.generator.model.SagaStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What branches and maps share, on the way forward and on the way back. */
final class Blocks {

  private static final Expression ITEM = Expression.context("Map", "Item", "Value");
  private static final Expression INDEX = Expression.context("Map", "Item", "Index");

  private Blocks() {}

  /** A branch, or a map's processor. */
  static Map<String, Object> flow(Flow flow, @Nullable String first, ParkedStates waiting) {
    Map<String, Object> branch = new LinkedHashMap<>();
    String start = flow.target(first);
    branch.put("StartAt", start);
    branch.put("States", Reachable.from(start, flow.states(waiting)));
    return branch;
  }

  /** The variable that counts the items. */
  static String index(SagaStep.Each each) {
    return Values.variable(each.item()) + "Index";
  }

  /** The state that takes an item: tasks' outputs replace the input, variables stay. */
  static @Nullable String take(
      Flow inner, SagaStep.Each each, String prefix, @Nullable String next) {
    if (!inner.language().hasVariables()) {
      return next;
    }
    Map<String, Object> take = new LinkedHashMap<>();
    take.put("Type", "Pass");
    take.put(
        "Assign",
        TaskStates.ordered(
            Values.variable(each.item()),
            new Expression.Input(List.of("item")),
            index(each),
            new Expression.Input(List.of("index"))));
    inner.next(take, next);
    String name = prefix + each.item();
    inner.add(name, take);
    return name;
  }

  /** A map over the list. */
  static Map<String, Object> map(
      Flow flow, SagaStep.Each each, Values values, Map<String, Object> processor) {
    return map(flow, each, values.at(each.over()), ITEM, INDEX, processor);
  }

  /** Whether its items are undone from the last one on: where one is done after the other. */
  static boolean inTurn(SagaStep.Each each) {
    return each.concurrency() == 1;
  }

  /** The same from the list's end. */
  static Map<String, Object> mapBack(
      Flow flow, SagaStep.Each each, Values values, Map<String, Object> processor) {
    Expression list = values.at(each.over());
    if (flow.language().hasVariables()) {
      return map(
          flow,
          each,
          new Expression.Reversed(list),
          ITEM,
          new Expression.IndexBefore(list, INDEX),
          processor);
    }
    return map(flow, each, indexesBack(each), new Expression.ItemAt(list, ITEM), ITEM, processor);
  }

  /** A map keeps nothing, so that its name is free for the indexes that it is undone by. */
  static Expression.Variable indexesBack(SagaStep.Each each) {
    return Expression.variable(Values.variable(each.name()), "indexes");
  }

  private static Map<String, Object> map(
      Flow flow,
      SagaStep.Each each,
      Expression list,
      Expression item,
      Expression index,
      Map<String, Object> processor) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("Type", "Map");
    flow.language()
        .items(
            state,
            new Language.Iteration(list, item, index, Values.variable(each.item()), index(each)),
            processor);
    state.put("MaxConcurrency", each.concurrency());
    Map<String, Object> mode = new LinkedHashMap<>();
    mode.put("ProcessorConfig", Map.of("Mode", "INLINE"));
    mode.putAll(processor);
    state.put("ItemProcessor", mode);
    return state;
  }

  /** What branches and items end with is nothing that a saga keeps. */
  static void withoutOutput(Flow flow, Map<String, Object> state) {
    flow.language().withoutOutput(state);
  }
}
