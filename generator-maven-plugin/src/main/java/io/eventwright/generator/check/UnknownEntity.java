package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.List;

/** A worker changes an entity that is not declared. Error. */
final class UnknownEntity implements Rule {

  @Override
  public String id() {
    return "unknown-entity";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    List<String> known =
        system.source().entities().stream().map(each -> each.name().value()).toList();
    for (WorkerSource worker : system.source().workers()) {
      WorkerSource.Key changes = worker.changes();
      if (changes != null) {
        Names.requireKnown(
            id(),
            "Worker " + worker.name().value() + " changes",
            "entity",
            changes.entity(),
            known,
            system,
            found);
      }
    }
  }
}
