package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.HashMap;
import java.util.Map;

/** Two routes that differ in the names of their parameters only. Error: one would never be met. */
final class SameRoute implements Rule {

  @Override
  public String id() {
    return "same-route";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    Map<String, ApiSource.Route> routes = new HashMap<>();
    for (ApiSource.Route route : Routes.of(system)) {
      String key = route.method() + " " + route.path().value().replaceAll("\\{[^}]*}", "{}");
      ApiSource.Route other = routes.putIfAbsent(key, route);
      if (other != null) {
        found.error(
            route.path().location(),
            id(),
            Routes.who(route)
                + " is met by the same requests as "
                + other.path().value()
                + ". Change its path, or remove one.");
      }
    }
  }
}
