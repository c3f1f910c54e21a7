package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.SystemUnderCheck;

/**
 * A route that reads by another method than GET, or changes something by GET. Error: browsers and
 * everything between repeat a GET as they like, and keep its answer.
 */
final class RouteMethod implements Rule {

  @Override
  public String id() {
    return "route-method";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    for (ApiSource.Route route : Routes.of(system)) {
      boolean reads = route.action() instanceof ApiSource.Reads;
      if (reads != route.method().equals("GET")) {
        found.error(
            route.path().location(),
            id(),
            Routes.who(route)
                + (reads
                    ? " reads, which is what GET is for. Write GET."
                    : " changes something, which GET must not: it is repeated and kept on its way."
                        + " Write POST, PUT, PATCH or DELETE."));
      }
    }
  }
}
