package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.SagaSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.List;
import java.util.stream.Collectors;

/** A worker that serves sagas which start on different events. Error: it sees one type of event. */
final class SharedStep implements Rule {

  @Override
  public String id() {
    return "shared-step";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      if (worker.takes() != null) {
        continue;
      }
      List<SagaSource> sagas =
          system.source().sagas().stream()
              .filter(saga -> saga.serves(worker.name().value()))
              .toList();
      List<EventSelection> starts =
          sagas.stream().map(saga -> saga.subscription().on().value()).distinct().toList();
      if (starts.size() > 1) {
        found.error(
            worker.name().location(),
            id(),
            "Worker "
                + worker.name().value()
                + " serves the sagas "
                + sagas.stream().map(saga -> saga.name().value()).collect(Collectors.joining(", "))
                + ", which start on different events: "
                + starts.stream().map(EventSelection::toString).collect(Collectors.joining(", "))
                + ". A worker sees one type of event; declare one worker for each saga, or"
                + " let it take a record of its own (takes:).");
      }
    }
  }
}
