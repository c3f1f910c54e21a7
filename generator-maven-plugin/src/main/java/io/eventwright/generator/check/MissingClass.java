package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.model.SagaStep;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.List;

/**
 * A class that generated code calls and the project has no source for. Error: the project would not
 * compile; {@code events:stubs} writes a first version.
 */
public final class MissingClass implements Rule {

  /** The rule's id: the goal that writes these classes goes on in spite of it. */
  public static final String ID = "missing-class";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      require("Worker " + worker.name().value(), worker.className(), system, found);
    }
    for (SagaSource saga : system.source().sagas()) {
      require("Saga " + saga.name().value(), saga.className(), system, found);
      saga.allSteps()
          .filter(SagaStep.Task.class::isInstance)
          .map(SagaStep.Task.class::cast)
          .forEach(
              task ->
                  require(
                      "Step " + task.name(),
                      new Located<>(task.work().value(), task.work().location()),
                      system,
                      found));
    }
    for (ProjectionSource projection : system.source().projections()) {
      require("Projection " + projection.name().value(), projection.className(), system, found);
    }
    for (EventMention mention : EventMention.of(system.source())) {
      EventSelection selection = mention.selection().value();
      List<Integer> majors = selection.among(system.majorsOf(selection.event()));
      for (int i = 1; i < majors.size(); i++) {
        String name = UpcasterNames.of(selection.event(), majors.get(i - 1), majors.get(i));
        require(
            mention.who() + " " + selection + ", whose upcaster",
            new Located<>(
                system.source().basePackage().value() + "." + name, mention.selection().location()),
            system,
            found);
      }
    }
  }

  private void require(
      String who, Located<String> className, SystemUnderCheck system, Diagnostics found) {
    if (system.userClasses().contains(className.value())) {
      return;
    }
    SourceLocation location = className.location();
    found.error(
        location,
        id(),
        who
            + " is the class "
            + className.value()
            + ", and the project has no source of it."
            + Suggestion.didYouMean(className.value(), system.userClasses())
            + " mvn events:stubs writes a first version.");
  }
}
