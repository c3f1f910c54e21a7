package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.saga.language.Expression;
import io.eventwright.generator.model.SagaStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The compensations, in reverse: each leads to that of the step before it, and one that fails for
 * good is parked, or ends an express saga.
 *
 * @param tasks what compensations call
 * @param waiting where flows wait for a person
 */
record BackwardStates(TaskStates tasks, ParkedStates waiting) {

  /**
   * Adds the compensations of a list of steps.
   *
   * @param before what compensates all that came before the first; null for the flow's end
   */
  void add(Flow flow, List<SagaStep> steps, @Nullable String before) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      SagaStep step = steps.get(i);
      if (Steps.hasUndo(step)) {
        add(flow, step, Steps.undoFrom(steps, i - 1, before));
      }
    }
  }

  private void add(Flow flow, SagaStep step, @Nullable String next) {
    SagaStep.Named undo = step.undo();
    if (undo != null) {
      if (step instanceof SagaStep.Task task) {
        close(flow, task, next);
      }
      Map<String, Object> state = tasks.undo(step, undo, flow);
      forGood().caught(state, flow, Steps.undo(step), next);
      flow.next(state, next);
      flow.add(Steps.undo(step), state);
    } else if (step instanceof SagaStep.Choice choice) {
      choice(flow, choice, next);
    } else if (step instanceof SagaStep.Parallel parallel) {
      parallel(flow, parallel, next);
    } else if (step instanceof SagaStep.Each each) {
      each(flow, each, next);
    }
  }

  private ForGood forGood() {
    return ForGood.of(tasks.values());
  }

  /** Before it is undone it is closed: whatever still runs or starts then answers to nobody. */
  private void close(Flow flow, SagaStep.Task task, @Nullable String next) {
    ContainerStates states = new ContainerStates(tasks.values());
    Map<String, Object> state = states.closed(task, flow);
    String undo = Steps.undo(task);
    state.put(
        "Catch",
        List.of(
            ContainerStates.goingOn(flow, undo), flow.parking(ContainerStates.close(task), undo)));
    state.put("Next", ContainerStates.wasAsked(task));
    flow.add(ContainerStates.close(task), state);
    flow.add(ContainerStates.wasAsked(task), states.wasAsked(task, flow, next));
  }

  /** What was chosen is chosen again: neither the event nor what was returned has changed. */
  private void choice(Flow flow, SagaStep.Choice choice, @Nullable String next) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("Type", "Choice");
    List<Object> rules = new ArrayList<>();
    for (SagaStep.Case each : choice.cases()) {
      Map<String, Object> rule = new LinkedHashMap<>();
      flow.language().when(rule, ForwardStates.tests(tasks.values(), each));
      rule.put("Next", flow.target(Steps.undoAll(each.steps(), next)));
      rules.add(rule);
    }
    state.put("Choices", rules);
    state.put("Default", flow.target(Steps.undoAll(choice.otherwise(), next)));
    flow.add(Steps.undo(choice), state);
    choice.inner().forEach(steps -> add(flow, steps, next));
  }

  private void parallel(Flow flow, SagaStep.Parallel parallel, @Nullable String next) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("Comment", "Each branch in reverse; what of it did not happen is no effect.");
    state.put("Type", "Parallel");
    List<Object> branches = new ArrayList<>();
    for (SagaStep.Branch branch : parallel.branches()) {
      if (Steps.haveUndo(branch.steps())) {
        Flow inner =
            new Flow(
                flow.place().branch("undo-" + parallel.name() + "-" + branch.name()),
                flow.language());
        add(inner, branch.steps(), null);
        branches.add(Blocks.flow(inner, Steps.undoAll(branch.steps(), null), waiting));
      }
    }
    state.put("Branches", branches);
    Blocks.withoutOutput(flow, state);
    forGood().block(state, flow, Steps.undo(parallel));
    flow.next(state, next);
    flow.add(Steps.undo(parallel), state);
  }

  private void each(Flow flow, SagaStep.Each each, @Nullable String next) {
    Flow inner =
        new Flow(flow.place().item("undo-" + each.name(), Blocks.index(each)), flow.language());
    String take = Blocks.take(inner, each, "Take back ", Steps.undoAll(each.steps(), null));
    add(inner, each.steps(), null);
    Map<String, Object> items = Blocks.flow(inner, take, waiting);
    boolean back = Blocks.inTurn(each);
    Map<String, Object> state =
        back
            ? Blocks.mapBack(flow, each, tasks.values(), items)
            : Blocks.map(flow, each, tasks.values(), items);
    Blocks.withoutOutput(flow, state);
    forGood().block(state, flow, Steps.undo(each));
    flow.next(state, next);
    if (back && !flow.language().hasVariables()) {
      turn(flow, each, next);
      flow.add(Steps.undo(each) + ", last first", state);
    } else {
      flow.add(Steps.undo(each), state);
    }
  }

  /** A list is turned by its indexes, which an empty one has none of. */
  private void turn(Flow flow, SagaStep.Each each, @Nullable String next) {
    String turn = "Turn " + each.name();
    Expression list = tasks.values().at(each.over());
    Map<String, Object> rule = new LinkedHashMap<>();
    flow.language().whenFilled(rule, list);
    rule.put("Next", turn);
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put("Comment", "Items that were done in turn are undone from the last one on.");
    choice.put("Type", "Choice");
    choice.put("Choices", List.of(rule));
    choice.put("Default", flow.target(next));
    flow.add(Steps.undo(each), choice);
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("Type", "Pass");
    flow.language()
        .make(
            state,
            Blocks.indexesBack(each).name(),
            Map.of("indexes", new Expression.IndexesBack(list)));
    state.put("Next", Steps.undo(each) + ", last first");
    flow.add(turn, state);
  }
}
