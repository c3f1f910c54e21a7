package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.saga.language.Expression;
import io.eventwright.generator.model.SagaStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What branches and maps share, on the way forward and on the way back. */
final class Blocks {

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
  static String take(Flow inner, SagaStep.Each each, String prefix, @Nullable String next) {
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
    return map(
        flow, each, values.at(each.over()), Expression.context("Map", "Item", "Index"), processor);
  }

  /** The same from the list's end, where one item is done after the other. */
  static Map<String, Object> mapBack(
      Flow flow, SagaStep.Each each, Values values, Map<String, Object> processor) {
    if (each.concurrency() > 1) {
      return map(flow, each, values, processor);
    }
    Expression list = values.at(each.over());
    return map(
        flow,
        each,
        new Expression.Reversed(list),
        new Expression.IndexBefore(list, Expression.context("Map", "Item", "Index")),
        processor);
  }

  private static Map<String, Object> map(
      Flow flow,
      SagaStep.Each each,
      Expression list,
      Expression index,
      Map<String, Object> processor) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("Type", "Map");
    flow.language()
        .items(
            state,
            list,
            TaskStates.ordered("item", Expression.context("Map", "Item", "Value"), "index", index));
    state.put("MaxConcurrency", each.concurrency());
    Map<String, Object> mode = new LinkedHashMap<>();
    mode.put("ProcessorConfig", Map.of("Mode", "INLINE"));
    mode.putAll(processor);
    state.put("ItemProcessor", mode);
    return state;
  }

  /** What branches and items end with is nothing that a saga keeps. */
  static void withoutOutput(Flow flow, Map<String, Object> state) {
    flow.language().output(state, Map.of());
  }
}
