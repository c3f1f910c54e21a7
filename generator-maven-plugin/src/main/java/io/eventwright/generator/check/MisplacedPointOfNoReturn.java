package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;

/**
 * A point of no return that is not between two steps of the saga itself, or a second one. Error: a
 * branch alone cannot pass it, and before the first step or after the last it says nothing.
 */
final class MisplacedPointOfNoReturn implements Rule {

  @Override
  public String id() {
    return "misplaced-point-of-no-return";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (SagaSource saga : system.source().sagas()) {
      List<SagaStep> points =
          saga.allSteps().filter(SagaStep.PointOfNoReturn.class::isInstance).toList();
      for (SagaStep point : points) {
        int index = saga.steps().indexOf(point);
        if (index <= 0 || index == saga.steps().size() - 1 || !point.equals(points.get(0))) {
          found.error(
              point.location(),
              id(),
              "The point of no return of saga "
                  + saga.name().value()
                  + " stands once, between two of its own steps, not in a branch. Move it.");
        }
      }
    }
  }
}
