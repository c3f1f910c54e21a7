package io.eventwright.generator.check;

import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Goes through a saga's steps, with what is known at each.
 *
 * @param system whose saga it is
 * @param visitor is shown each step and what is known before it
 */
record SagaWalk(SystemUnderCheck system, BiConsumer<SagaStep, SagaKnowledge> visitor) {

  void through(SagaSource saga) {
    SagaKnowledge known = SagaKnowledge.nothing();
    EventSelection on = saga.subscription().on().value();
    List<Integer> majors = on.among(system.majorsOf(on.event()));
    if (!majors.isEmpty()) {
      int newest = majors.get(majors.size() - 1);
      known.item(SagaPath.EVENT, SagaKnowledge.facets(new EventRef(on.event(), newest), system));
    }
    steps(saga.steps(), known);
  }

  private void steps(List<SagaStep> steps, SagaKnowledge known) {
    for (SagaStep step : steps) {
      visitor.accept(step, known);
      within(step, known);
      learn(step, known);
    }
  }

  private void within(SagaStep step, SagaKnowledge known) {
    if (step instanceof SagaStep.Choice) {
      step.inner().forEach(inner -> steps(inner, known.copy()));
    } else if (step instanceof SagaStep.Each each) {
      SagaKnowledge inner = known.block();
      List<SchemaNode> list =
          known.lookup(each.over(), system) instanceof PathLookup.Found found
              ? found.facets()
              : List.of();
      inner.item(each.item(), SagaKnowledge.items(list, system));
      steps(each.steps(), inner);
    } else {
      step.inner().forEach(inner -> steps(inner, known.block()));
    }
  }

  private void learn(SagaStep step, SagaKnowledge known) {
    if (step instanceof SagaStep.Approval approval) {
      known.learn(step.name(), SagaKnowledge.facets(approval.callback().answer(), system));
    } else if (step instanceof SagaStep.Call call) {
      SagaStep.Callback callback = call.callback();
      if (callback != null) {
        known.learn(step.name(), SagaKnowledge.facets(callback.answer(), system));
      } else {
        worker(call.worker().value(), system)
            .map(WorkerSource::returns)
            .map(Located::value)
            .ifPresent(returns -> known.learn(step.name(), SagaKnowledge.facets(returns, system)));
      }
    } else if (step instanceof SagaStep.Task task && task.returns() != null) {
      known.learn(step.name(), SagaKnowledge.facets(task.returns(), system));
    }
  }

  static Optional<WorkerSource> worker(String name, SystemUnderCheck system) {
    return system.source().workers().stream()
        .filter(each -> each.name().value().equals(name))
        .findFirst();
  }
}
