package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;
import org.jspecify.annotations.Nullable;

/** A worker that nothing ever calls. Error: it is not known what it would be given. */
final class IdleWorker implements Rule {

  @Override
  public String id() {
    return "idle-worker";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    // A saga that could not be read, or a misspelt step, may be what calls it.
    boolean unsure = !system.source().unread().isEmpty() || finds(new UnknownWorker(), system);
    for (WorkerSource worker : system.source().workers()) {
      String name = worker.name().value();
      boolean called =
          system.source().sagas().stream().anyMatch(saga -> saga.serves(name))
              || isRouted(name, system.source().api());
      if (worker.trigger() == null && !called && !unsure) {
        found.error(
            worker.name().location(),
            id(),
            "Worker "
                + name
                + " waits for nothing and is called by nothing. Add on:, or make it a step or an undo.");
      }
    }
  }

  private static boolean isRouted(String worker, @Nullable ApiSource api) {
    return api != null
        && api.routes().stream()
            .anyMatch(
                route ->
                    route.action() instanceof ApiSource.Calls calls
                        && calls.worker().value().equals(worker));
  }
}
