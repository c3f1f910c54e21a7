package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An express saga with what an express execution cannot do, or cannot do twice: waiting for an
 * answer, a job or another saga, or calling a service whose effect no inbox knows of. Error.
 */
final class ExpressSaga implements Rule {

  @Override
  public String id() {
    return "express-saga";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    List<String> express =
        system.source().sagas().stream()
            .filter(SagaSource::isExpress)
            .map(saga -> saga.name().value())
            .toList();
    for (SagaSource saga : system.source().sagas()) {
      if (saga.isExpress()) {
        check(saga, found);
      }
      saga.allSteps()
          .filter(
              step ->
                  step instanceof SagaStep.Nested nested && express.contains(nested.saga().value()))
          .forEach(
              step ->
                  found.error(
                      step.location(),
                      id(),
                      "Step "
                          + step.name()
                          + " runs the saga "
                          + ((SagaStep.Nested) step).saga().value()
                          + ", which is express, and nobody can wait for the end of an express"
                          + " execution. Take type: express out there, or take its steps here."));
    }
  }

  private void check(SagaSource saga, Diagnostics found) {
    String name = saga.name().value();
    if (saga.language() == SagaModel.Language.JSONPATH) {
      found.error(
          saga.type().location(),
          id(),
          "Saga "
              + name
              + " is express and in JSONPath, for which no express saga is generated. Take language:"
              + " jsonpath out.");
    }
    saga.allSteps().forEach(step -> check(step, "Step " + step.name() + " of saga " + name, found));
    SagaModel.all(SagaModel.undoable(saga.steps()))
        .filter(step -> step instanceof SagaStep.Publish || step instanceof SagaStep.Send)
        .forEach(
            step ->
                found.error(
                    step.location(),
                    id(),
                    "Step "
                        + step.name()
                        + " of saga "
                        + name
                        + " calls a service before the point of no return. An express saga may run"
                        + " twice at a time, and a call that comes after another run has undone it"
                        + " would stay, since no inbox refuses it. Let a worker do it, move it behind"
                        + " the point of no return, or take type: express out."));
  }

  private void check(SagaStep step, String who, Diagnostics found) {
    String why = why(step);
    if (why != null) {
      found.error(
          step.location(), id(), who + " " + why + " Take it out of the saga, or type: express.");
    }
  }

  private static @Nullable String why(SagaStep step) {
    if (SagaModel.callback(step) != null) {
      return "waits for an answer, and an express execution takes none.";
    }
    if (step instanceof SagaStep.Nested) {
      return "is another saga, and an express execution cannot wait for its end.";
    }
    if (step instanceof SagaStep.Task) {
      return "runs in a container, and an express execution cannot wait for its end.";
    }
    if (step instanceof SagaStep.Wait waits && waits.until() != null) {
      return "waits until a time that only the event knows, and an express execution ends after"
          + " five minutes.";
    }
    if (step instanceof SagaStep.Put) {
      return "puts an item without a worker. An express saga may do so again, days later when its"
          + " event is sent again, over what was put there since.";
    }
    return null;
  }
}
