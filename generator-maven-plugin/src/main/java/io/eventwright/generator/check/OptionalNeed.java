package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.EventMinor;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SubscriptionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.util.List;

/**
 * A worker that needs a field which an event may lack. Error: a rule cannot leave a field out that
 * is missing; what it puts there instead is not what was sent.
 */
final class OptionalNeed implements Rule {

  @Override
  public String id() {
    return "optional-need";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (WorkerSource worker : system.source().workers()) {
      SubscriptionSource fed = worker.subscription();
      if (fed == null) {
        continue;
      }
      for (Located<List<String>> path : worker.needs()) {
        for (EventContract event : PathMention.delivered(fed.on().value(), system)) {
          event.minors().stream()
              .filter(minor -> mayLack(minor, path.value(), system))
              .findFirst()
              .ifPresent(minor -> report(worker, path, minor, found));
        }
      }
    }
  }

  private static boolean mayLack(EventMinor minor, List<String> path, SystemUnderCheck system) {
    return system
        .schemas()
        .root(minor.file())
        .map(root -> PathLookup.of(new SchemaPaths(system.schemas()), root, path))
        .filter(lookup -> !(lookup instanceof PathLookup.Found there && there.required()))
        .isPresent();
  }

  private void report(
      WorkerSource worker, Located<List<String>> path, EventMinor minor, Diagnostics found) {
    found.error(
        path.location(),
        id(),
        "Worker "
            + worker.name().value()
            + " needs "
            + String.join(".", path.value())
            + ", which an event may lack by "
            + minor.file()
            + ", and a rule cannot leave it out then. Need the nearest field around it that every"
            + " event has, or let the worker see everything.");
  }
}
