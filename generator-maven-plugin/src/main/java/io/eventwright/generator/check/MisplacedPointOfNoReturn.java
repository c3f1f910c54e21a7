package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Severity;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;

/**
 * A point of no return that is not between two steps of the saga itself, or a second one. Error: a
 * branch alone cannot pass it, and before the first step or after the last it says nothing. A step
 * behind it with an undo, which is never asked for: a warning.
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
      if (!points.isEmpty() && saga.steps().contains(points.get(0))) {
        behind(saga, saga.steps().indexOf(points.get(0)), found);
      }
    }
  }

  private void behind(SagaSource saga, int point, Diagnostics found) {
    SagaModel.all(saga.steps().subList(point + 1, saga.steps().size()))
        .forEach(
            step -> {
              SagaStep.Named undo = step.undo();
              if (undo != null) {
                found.add(
                    new Diagnostic(
                        undo.location(),
                        Severity.WARNING,
                        id(),
                        "Step "
                            + step.name()
                            + " stands behind the point of no return of saga "
                            + saga.name().value()
                            + ", where nothing is undone, so that "
                            + undo.value()
                            + " is never asked to. Move the step before that point, or take undo:"
                            + " out."));
              }
            });
  }
}
