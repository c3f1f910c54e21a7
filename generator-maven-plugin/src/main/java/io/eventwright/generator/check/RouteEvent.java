package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.SubscriptionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import io.eventwright.generator.model.source.WorkerSource;

/**
 * A route that calls a worker with another event than it is otherwise given. Error: a worker sees
 * one type.
 */
final class RouteEvent implements Rule {

  @Override
  public String id() {
    return "route-event";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (ApiSource.Route route : Routes.of(system)) {
      if (route.action() instanceof ApiSource.Calls calls) {
        for (WorkerSource worker : system.source().workers()) {
          SubscriptionSource fed = PathMention.fedBy(worker, system);
          if (worker.name().value().equals(calls.worker().value()) && fed != null) {
            EventSelection given = fed.on().value();
            EventRef event = calls.event().value();
            if (!given.event().equals(event.name())
                || !given.among(system.majorsOf(given.event())).contains(event.major())) {
              found.error(
                  calls.event().location(),
                  id(),
                  Routes.who(route)
                      + " calls "
                      + worker.name().value()
                      + " with "
                      + event
                      + ", and it is given "
                      + given
                      + ". Name the same event, or declare another worker.");
            }
          }
        }
      }
    }
  }
}
