package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A step that is a saga that is not declared, or one that leads back to its own, or that stands in
 * others too deep, beside others that may fail, or after the point of no return. Error: it would
 * never end, nobody could follow it, it would be stopped half-way, or it could end undone where
 * nothing may be given back.
 */
final class NestedSaga implements Rule {

  private static final int DEEPEST_BLOCKS = 4;

  @Override
  public String id() {
    return "nested-saga";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    List<SagaSource> sagas = system.source().sagas();
    List<String> known = sagas.stream().map(each -> each.name().value()).toList();
    for (SagaSource saga : sagas) {
      for (SagaStep.Nested nested : nested(saga)) {
        Names.requireKnown(
            id(),
            "Saga " + saga.name().value() + " has the step",
            "saga",
            new Located<>(nested.saga().value(), nested.saga().location()),
            known,
            system,
            found);
        if (reaches(nested.saga().value(), saga.name().value(), sagas, new HashSet<>())) {
          found.error(
              nested.saga().location(),
              id(),
              "Saga "
                  + saga.name().value()
                  + " runs "
                  + nested.saga().value()
                  + ", which leads back to it, so that it would never end. Take one of the steps"
                  + " out.");
        }
      }
      depth(saga.steps(), 0, found);
      besideOthers(saga.steps(), false, found);
      afterThePointOfNoReturn(saga, found);
    }
  }

  /** The service ends what a branch runs when another fails, and with it the execution within. */
  private void besideOthers(List<SagaStep> steps, boolean beside, Diagnostics found) {
    for (SagaStep step : steps) {
      if (step instanceof SagaStep.Nested && beside) {
        found.error(
            step.location(),
            id(),
            "Step "
                + step.name()
                + " is a saga within branches or a map. When another branch or item fails, the"
                + " service stops it half-way, and it does not undo what it did. Move it before or"
                + " after them, or take its steps here.");
      }
      boolean block = step instanceof SagaStep.Parallel || step instanceof SagaStep.Each;
      step.inner().forEach(inner -> besideOthers(inner, beside || block, found));
    }
  }

  private void afterThePointOfNoReturn(SagaSource saga, Diagnostics found) {
    boolean passed = false;
    for (SagaStep step : saga.steps()) {
      if (passed) {
        SagaModel.all(List.of(step))
            .filter(SagaStep.Nested.class::isInstance)
            .forEach(
                nested ->
                    found.error(
                        nested.location(),
                        id(),
                        "Step "
                            + nested.name()
                            + " is a saga after the point of no return of saga "
                            + saga.name().value()
                            + ". It could end undone, and what it takes part in can be neither"
                            + " done nor undone then. Move it before that point, or take its"
                            + " steps here."));
      }
      passed |= step instanceof SagaStep.PointOfNoReturn;
    }
  }

  private void depth(List<SagaStep> steps, int depth, Diagnostics found) {
    for (SagaStep step : steps) {
      if (!step.inner().isEmpty() && depth == DEEPEST_BLOCKS) {
        found.error(
            step.location(),
            id(),
            "Step "
                + step.name()
                + " stands in "
                + DEEPEST_BLOCKS
                + " others already. Make a saga of its own of it.");
      } else {
        step.inner().forEach(inner -> depth(inner, depth + 1, found));
      }
    }
  }

  private static boolean reaches(String from, String to, List<SagaSource> sagas, Set<String> seen) {
    if (from.equals(to)) {
      return true;
    }
    return seen.add(from)
        && sagas.stream()
            .filter(each -> each.name().value().equals(from))
            .flatMap(each -> nested(each).stream())
            .anyMatch(each -> reaches(each.saga().value(), to, sagas, seen));
  }

  private static List<SagaStep.Nested> nested(SagaSource saga) {
    List<SagaStep.Nested> all = new ArrayList<>();
    saga.allSteps()
        .filter(SagaStep.Nested.class::isInstance)
        .forEach(step -> all.add((SagaStep.Nested) step));
    return all;
  }
}
