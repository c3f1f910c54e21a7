package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;
import java.util.Set;

/**
 * A parameter of a route's path that is no text field of the event which the body is, or a read
 * whose path does not say of what. Error.
 */
final class RouteParameter implements Rule {

  @Override
  public String id() {
    return "route-parameter";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    ApiSource api = system.source().api();
    for (ApiSource.Route route : Routes.of(system)) {
      if (route.action() instanceof ApiSource.Reads) {
        if (Routes.parameters(route).isEmpty() && api != null && api.caller().isEmpty()) {
          found.error(
              route.path().location(),
              id(),
              Routes.who(route)
                  + " does not say of what. Add a parameter, such as /wallets/{playerId}, or say"
                  + " under caller: which claim of the token it is.");
        }
      } else {
        EventContract body = Routes.contract(route, system);
        if (body != null) {
          Routes.parameters(route).forEach(name -> parameter(route, name, body, system, found));
        }
      }
    }
  }

  private void parameter(
      ApiSource.Route route,
      String name,
      EventContract body,
      SystemUnderCheck system,
      Diagnostics found) {
    SchemaPaths schemas = new SchemaPaths(system.schemas());
    system
        .schemas()
        .root(body.newest().file())
        .map(root -> PathLookup.of(schemas, root, List.of(name)))
        .ifPresent(
            lookup -> {
              if (lookup instanceof PathLookup.Missing missing) {
                found.error(
                    route.path().location(),
                    id(),
                    Routes.who(route)
                        + " has the parameter "
                        + name
                        + ", which is no field of "
                        + body.newest().file()
                        + "."
                        + Suggestion.didYouMean(name, missing.known())
                        + " Name a field of the event, which the path then sets.");
              } else if (!isText((PathLookup.Found) lookup)) {
                found.error(
                    route.path().location(),
                    id(),
                    Routes.who(route)
                        + " sets the field "
                        + name
                        + " of "
                        + body.newest().file()
                        + ", which is not said to be a string. A path holds text only; send the"
                        + " field in the body.");
              }
            });
  }

  private static boolean isText(PathLookup.Found there) {
    return there.facets().stream()
        .flatMap(facet -> facet.find(Keyword.Type.class).stream())
        .anyMatch(type -> Set.of(JsonType.STRING).containsAll(type.types()));
  }
}
