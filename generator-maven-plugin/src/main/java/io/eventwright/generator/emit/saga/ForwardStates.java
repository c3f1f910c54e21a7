package io.eventwright.generator.emit.saga;

import io.eventwright.generator.emit.saga.language.Expression;
import io.eventwright.generator.emit.saga.language.Language;
import io.eventwright.generator.model.Condition;
import io.eventwright.generator.model.SagaStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The steps, and where each of their failures leads.
 *
 * <p>A step that was refused has had no effect, so compensation begins with the step before it. A
 * step that failed otherwise, or took too long, may have had its effect, so compensation begins
 * with that step itself. Within a branch or a map's items nothing is caught: the first failure ends
 * the block, whose own catcher compensates all of it. After the point of no return what fails for
 * good is parked.
 *
 * @param tasks what steps call
 * @param waiting where flows wait for a person
 */
record ForwardStates(TaskStates tasks, ParkedStates waiting) {

  /** What a failure leads to. */
  enum Failing {
    COMPENSATES,
    FAILS_THE_BLOCK,
    PARKS
  }

  /**
   * Adds the states of a list of steps.
   *
   * @param next what follows the last; null for the flow's end
   * @param before what compensates all that came before the first; null within blocks
   */
  void add(
      Flow flow,
      List<SagaStep> steps,
      @Nullable String next,
      @Nullable String before,
      Failing failing) {
    Failing now = failing;
    for (int i = 0; i < steps.size(); i++) {
      SagaStep step = steps.get(i);
      if (step instanceof SagaStep.PointOfNoReturn) {
        now = Failing.PARKS;
        continue;
      }
      new OneStep(
              flow,
              step,
              Steps.from(steps, i + 1, next, now == Failing.FAILS_THE_BLOCK),
              Steps.undoFrom(steps, i - 1, before),
              Steps.undoFrom(steps, i, before),
              now)
          .add(this);
    }
  }

  private boolean express() {
    return tasks.values().saga().isExpress();
  }

  /**
   * A step and where it leads.
   *
   * @param next when it is done
   * @param refused when it had no effect
   * @param failed when it may have had one
   */
  private record OneStep(
      Flow flow,
      SagaStep step,
      @Nullable String next,
      @Nullable String refused,
      @Nullable String failed,
      Failing failing) {

    void add(ForwardStates all) {
      Map<String, Object> state = all.tasks().of(step, flow, failing == Failing.PARKS);
      if (inBlock() && Steps.isNoted(step)) {
        flow.add(Steps.begin(step), new ServiceStates(all.tasks().values()).begin(step, flow));
      }
      if (step instanceof SagaStep.Nested nested && state != null) {
        nested(all, nested, state);
      } else if (step instanceof SagaStep.Task task && state != null) {
        container(all, task, state);
      } else if (state != null) {
        if (step instanceof SagaStep.Call call && all.express() && failing != Failing.PARKS) {
          new ExpressFailures(failures(all), all.tasks()).settled(call, state, next);
          return;
        }
        caught(all, state);
        Answers answers = new Answers(failures(all));
        List<Language.Test> asked = answers.asked(all.tasks().values());
        flow.next(state, asked.isEmpty() ? next : answers.name());
        flow.add(step.name(), state);
        if (!asked.isEmpty()) {
          answers.add(asked, next);
        }
      } else if (step instanceof SagaStep.Wait waits) {
        waits(all, waits);
      } else if (step instanceof SagaStep.Choice choice) {
        choice(all, choice);
      } else if (step instanceof SagaStep.Parallel parallel) {
        parallel(all, parallel);
      } else if (step instanceof SagaStep.Each each) {
        each(all, each);
      }
    }

    private Failures failures(ForwardStates all) {
      return new Failures(flow, step, skipped(all), refused, failed, failing);
    }

    /** What a later step asks for cannot be skipped, where asking in vain could not be caught. */
    private @Nullable String skipped(ForwardStates all) {
      boolean needed =
          !flow.language().catchesMissing() && !all.tasks().values().asked(step).isEmpty();
      return needed ? flow.waiting() : next;
    }

    private void caught(ForwardStates all, Map<String, Object> state) {
      if (failing == Failing.PARKS && all.express()) {
        ForGood.of(all.tasks().values()).caught(state, flow, step.name(), next);
      } else {
        failures(all).caught(state);
      }
    }

    /** A nested saga that was undone has had no effect: it gave back what it took. */
    private void nested(ForwardStates all, SagaStep.Nested nested, Map<String, Object> state) {
      String decide = "Was " + nested.name() + " done";
      failures(all).caught(state);
      state.put("Next", decide);
      flow.add(nested.name(), state);
      Map<String, Object> choice = new LinkedHashMap<>();
      choice.put("Type", "Choice");
      Map<String, Object> rule = new LinkedHashMap<>();
      flow.language()
          .when(
              rule,
              List.of(
                  new Language.Test(
                      new Expression.Answer(Values.variable(nested.name()), List.of("outcome")),
                      List.of(new Condition.Equal("done")),
                      true)));
      rule.put("Next", flow.target(next));
      choice.put("Choices", List.of(rule));
      Map<String, Object> undone = new LinkedHashMap<>();
      undone.put("Error", SagaErrors.REFUSED);
      undone.put("Cause", "undone: the saga " + nested.saga().value() + " was undone");
      choice.put(
          "Default", failures(all).goesWrong(choice, "Undone " + nested.name(), undone, refused));
      flow.add(decide, choice);
    }

    /** What comes before a container runs has had no effect; what comes after may have. */
    private void container(ForwardStates all, SagaStep.Task task, Map<String, Object> run) {
      ContainerStates states = new ContainerStates(all.tasks().values());
      flow.add(ContainerStates.prepare(task), states.prepared(task, flow));
      Map<String, Object> asked = states.asked(task, flow);
      List<Object> catchers = new ArrayList<>();
      catchers.add(ContainerStates.goingOn(flow, task.name()));
      if (failing == Failing.PARKS) {
        catchers.add(flow.parking(ContainerStates.ask(task), skipped(all)));
      } else if (failing == Failing.COMPENSATES) {
        catchers.add(failures(all).catcher(SagaErrors.ANY, "Not asked for", refused));
      }
      asked.put("Catch", catchers);
      asked.put("Next", task.name());
      flow.add(ContainerStates.ask(task), asked);
      failures(all).caught(run);
      boolean answers = ContainerStates.answers(task);
      flow.next(run, answers ? ContainerStates.result(task) : next);
      flow.add(task.name(), run);
      if (answers) {
        Map<String, Object> answered = states.answered(task, flow);
        if (failing == Failing.PARKS) {
          answered.put("Catch", List.of(flow.parking(ContainerStates.result(task), skipped(all))));
        } else {
          failures(all).caught(answered);
        }
        Answers answer = new Answers(failures(all));
        boolean caught = flow.language().catchesMissing();
        flow.next(answered, caught ? next : answer.name());
        flow.add(ContainerStates.result(task), answered);
        if (!caught) {
          answer.add(List.of(Answers.there(ContainerStates.row(task))), ContainerStates.read(task));
          Map<String, Object> read = ContainerStates.read(task, flow);
          flow.next(read, next);
          flow.add(ContainerStates.read(task), read);
        }
      }
    }

    private void waits(ForwardStates all, SagaStep.Wait waits) {
      Map<String, Object> state = new LinkedHashMap<>();
      state.put("Type", "Wait");
      Duration duration = waits.duration();
      if (duration != null) {
        state.put("Seconds", duration.toSeconds());
      } else if (waits.until() != null) {
        Values values = all.tasks().values();
        flow.language()
            .until(
                state,
                new Expression.TimeWithin(
                    values.at(waits.until()), SagaDuration.latestWait(values).toSeconds()));
        if (!flow.language().catchesMissing()) {
          ifTime(all, waits, state, values.at(waits.until()));
          return;
        }
        if (failing != Failing.FAILS_THE_BLOCK) {
          until(all, waits, state);
          return;
        }
      }
      flow.next(state, next);
      flow.add(waits.name(), state);
    }

    /** A wait has no catcher, and what it waits for may be no time: a block around it has one. */
    private void until(ForwardStates all, SagaStep.Wait waits, Map<String, Object> wait) {
      String name = "Wait for " + waits.name();
      Flow inner = new Flow(flow.place().branch(waits.name()), flow.language());
      inner.next(wait, null);
      inner.add(name, wait);
      Map<String, Object> state = new LinkedHashMap<>();
      state.put("Type", "Parallel");
      state.put("Branches", List.of(Blocks.flow(inner, name, all.waiting())));
      Blocks.withoutOutput(flow, state);
      if (failing == Failing.PARKS) {
        state.put("Catch", List.of(flow.parking(waits.name(), next)));
      }
      block(all, state);
      flow.add(waits.name(), state);
    }

    /** What it waits for is asked first whether it is a time. */
    private void ifTime(
        ForwardStates all, SagaStep.Wait waits, Map<String, Object> wait, Expression time) {
      String name = "Wait for " + waits.name();
      Map<String, Object> rule = new LinkedHashMap<>();
      flow.language().whenTime(rule, time);
      rule.put("Next", name);
      failures(all)
          .otherwise(
              waits.name(),
              rule,
              "No time for " + waits.name(),
              SagaErrors.NO_TIME,
              "what " + waits.name() + " waits for is no time");
      flow.next(wait, next);
      flow.add(name, wait);
    }

    private void choice(ForwardStates all, SagaStep.Choice choice) {
      Map<String, Object> state = new LinkedHashMap<>();
      state.put("Type", "Choice");
      List<Object> rules = new ArrayList<>();
      for (SagaStep.Case each : choice.cases()) {
        Map<String, Object> rule = new LinkedHashMap<>();
        flow.language().when(rule, tests(all.tasks().values(), each));
        rule.put("Next", flow.target(Steps.from(each.steps(), 0, next, inBlock())));
        rules.add(rule);
      }
      state.put("Choices", rules);
      state.put("Default", flow.target(Steps.from(choice.otherwise(), 0, next, inBlock())));
      flow.add(choice.name(), state);
      choice.inner().forEach(steps -> all.add(flow, steps, next, refused, failing));
    }

    private void parallel(ForwardStates all, SagaStep.Parallel parallel) {
      Map<String, Object> state = new LinkedHashMap<>();
      state.put("Type", "Parallel");
      List<Object> branches = new ArrayList<>();
      for (SagaStep.Branch branch : parallel.branches()) {
        Flow inner =
            new Flow(flow.place().branch(parallel.name() + "-" + branch.name()), flow.language());
        all.add(inner, branch.steps(), null, null, within());
        branches.add(
            Blocks.flow(
                inner,
                Steps.from(branch.steps(), 0, null, within() == Failing.FAILS_THE_BLOCK),
                all.waiting()));
      }
      state.put("Branches", branches);
      Blocks.withoutOutput(flow, state);
      block(all, state);
      flow.add(parallel.name(), state);
    }

    private void each(ForwardStates all, SagaStep.Each each) {
      Flow inner = new Flow(flow.place().item(each.name(), Blocks.index(each)), flow.language());
      String take =
          Blocks.take(
              inner,
              each,
              "Take ",
              Steps.from(each.steps(), 0, null, within() == Failing.FAILS_THE_BLOCK));
      all.add(inner, each.steps(), null, null, within());
      Map<String, Object> state =
          Blocks.map(flow, each, all.tasks().values(), Blocks.flow(inner, take, all.waiting()));
      Blocks.withoutOutput(flow, state);
      block(all, state);
      flow.add(each.name(), state);
    }

    /** Where one failure undoes all, however far each has come. */
    private boolean inBlock() {
      return failing == Failing.FAILS_THE_BLOCK;
    }

    private Failing within() {
      return failing == Failing.PARKS ? Failing.PARKS : Failing.FAILS_THE_BLOCK;
    }

    /** A block after the point of no return parks within, and is not to be repeated. */
    private void block(ForwardStates all, Map<String, Object> state) {
      if (all.express()) {
        new ExpressFailures(failures(all), all.tasks()).block(state);
      } else if (failing == Failing.COMPENSATES) {
        state.put("Catch", List.of(failures(all).catcher(SagaErrors.ANY, "Failed", failed)));
      }
      flow.next(state, next);
    }
  }

  static List<Language.Test> tests(Values values, SagaStep.Case each) {
    return each.when().stream()
        .map(test -> new Language.Test(values.at(test.path()), test.tests(), false))
        .toList();
  }
}
