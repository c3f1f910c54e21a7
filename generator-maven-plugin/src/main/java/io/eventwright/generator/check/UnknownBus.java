package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.TriggerSource;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.List;

/** A worker waits for events of a bus that is not declared. Error. */
final class UnknownBus implements Rule {

  @Override
  public String id() {
    return "unknown-bus";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    List<String> known = system.source().buses().stream().map(each -> each.name().value()).toList();
    for (WorkerSource worker : system.source().workers()) {
      if (worker.trigger() instanceof TriggerSource.OtherBus trigger) {
        Names.requireKnown(
            id(),
            "Worker " + worker.name().value() + " waits for events of",
            "bus",
            trigger.bus(),
            known,
            system,
            found);
      }
    }
  }
}
