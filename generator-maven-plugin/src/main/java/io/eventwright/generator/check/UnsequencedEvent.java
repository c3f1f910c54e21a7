package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.EventSelection;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;

/**
 * A projection from an event that a route publishes about something. Error: nobody counts such
 * events, so that newer cannot be told from older.
 */
final class UnsequencedEvent implements Rule {

  @Override
  public String id() {
    return "unsequenced-event";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (ApiSource.Route route : Routes.of(system)) {
      if (route.action() instanceof ApiSource.Publishes publishes && publishes.subject() != null) {
        for (ProjectionSource projection : system.source().projections()) {
          for (Located<EventSelection> from : projection.from()) {
            if (from.value().event().equals(publishes.event().value().name())) {
              found.error(
                  from.location(),
                  id(),
                  "Projection "
                      + projection.name().value()
                      + " is built from "
                      + from.value().event()
                      + ", which "
                      + Routes.who(route)
                      + " publishes about what the body names, so that it has no sequence. Leave"
                      + " by out of the route, or build from what a worker publishes.");
            }
          }
        }
      }
    }
  }
}
