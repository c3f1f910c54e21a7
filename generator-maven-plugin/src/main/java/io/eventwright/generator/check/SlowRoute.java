package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import java.time.Duration;

/**
 * A worker that may take longer than the caller of its route is let wait. Error: the caller would
 * be told that it failed, and it did not.
 */
final class SlowRoute implements Rule {
  private static final Duration LONGEST = Duration.ofSeconds(29);

  @Override
  public String id() {
    return "slow-route";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (ApiSource.Route route : Routes.of(system)) {
      if (route.action() instanceof ApiSource.Calls calls) {
        for (WorkerSource worker : system.source().workers()) {
          if (worker.name().value().equals(calls.worker().value())
              && worker.timeout().compareTo(LONGEST) > 0) {
            found.error(
                calls.worker().location(),
                id(),
                Routes.who(route)
                    + " waits for "
                    + worker.name().value()
                    + ", which may take "
                    + worker.timeout().toSeconds()
                    + "s, and an API waits 29s at most. Give the worker a shorter timeout:, or"
                    + " publish an event instead.");
          }
        }
      }
    }
  }
}
