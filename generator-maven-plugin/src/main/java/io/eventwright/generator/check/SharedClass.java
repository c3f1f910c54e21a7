package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Two parts that are made by one class of the user's. Error: one class cannot implement both
 * contracts.
 */
final class SharedClass implements Rule {

  @Override
  public String id() {
    return "shared-class";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    Map<String, String> owners = new HashMap<>();
    for (WorkerSource worker : system.source().workers()) {
      claim("worker " + worker.name().value(), worker.className(), "class:", owners, found);
    }
    for (SagaSource saga : system.source().sagas()) {
      claim("saga " + saga.name().value(), saga.className(), "class:", owners, found);
      saga.allSteps()
          .filter(SagaStep.Task.class::isInstance)
          .map(SagaStep.Task.class::cast)
          .forEach(
              task ->
                  claim(
                      "step " + task.name(),
                      new Located<>(task.work().value(), task.work().location()),
                      "task:",
                      owners,
                      found));
    }
    for (ProjectionSource projection : system.source().projections()) {
      claim(
          "projection " + projection.name().value(),
          projection.className(),
          "class:",
          owners,
          found);
    }
  }

  private void claim(
      String who,
      Located<String> className,
      String how,
      Map<String, String> owners,
      Diagnostics found) {
    // Some file systems fold case: two classes that differ only there would be one file.
    String other = owners.putIfAbsent(className.value().toLowerCase(Locale.ROOT), who);
    if (other != null) {
      found.error(
          className.location(),
          id(),
          "The class of "
              + who
              + " is "
              + className.value()
              + ", and so is that of "
              + other
              + ". Name another with "
              + how
              + ".");
    }
  }
}
