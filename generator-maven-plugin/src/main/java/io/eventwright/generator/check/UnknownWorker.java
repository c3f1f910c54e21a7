package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;

/** A saga's step or compensation is a worker that is not declared. Error. */
final class UnknownWorker implements Rule {

  @Override
  public String id() {
    return "unknown-worker";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    List<String> known =
        system.source().workers().stream().map(each -> each.name().value()).toList();
    for (SagaSource saga : system.source().sagas()) {
      String who = "Saga " + saga.name().value();
      saga.allSteps()
          .forEach(
              step -> {
                if (step instanceof SagaStep.Call call) {
                  require(who + " has the step", call.worker(), known, system, found);
                }
                if (step.undo() != null) {
                  require(who + " undoes with", step.undo(), known, system, found);
                }
              });
    }
    for (ApiSource.Route route : Routes.of(system)) {
      if (route.action() instanceof ApiSource.Calls calls) {
        Names.requireKnown(
            id(), Routes.who(route) + " calls", "worker", calls.worker(), known, system, found);
      }
    }
  }

  private void require(
      String who,
      SagaStep.Named worker,
      List<String> known,
      SystemUnderCheck system,
      Diagnostics found) {
    Located<String> name = new Located<>(worker.value(), worker.location());
    Names.requireKnown(id(), who, "worker", name, known, system, found);
  }
}
