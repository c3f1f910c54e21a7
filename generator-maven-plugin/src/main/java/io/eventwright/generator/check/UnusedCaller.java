package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code caller} that no route's path or body has. Error: what it is meant to protect is
 * not protected.
 */
final class UnusedCaller implements Rule {

  @Override
  public String id() {
    return "unused-caller";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    ApiSource api = system.source().api();
    if (api == null) {
      return;
    }
    for (ApiSource.Caller caller : api.caller()) {
      String field = caller.field().value();
      boolean used =
          api.routes().stream()
              .anyMatch(
                  route ->
                      Routes.parameters(route).contains(field)
                          || isOwnRead(route)
                          || isField(field, Routes.contract(route, system), system));
      if (!used) {
        found.error(
            caller.field().location(),
            id(),
            "No route has a parameter or a body's field "
                + field
                + ", so that the caller's claim "
                + caller.claim()
                + " protects nothing. Correct its name, or remove it.");
      }
    }
  }

  private static boolean isOwnRead(ApiSource.Route route) {
    return route.action() instanceof ApiSource.Reads && Routes.parameters(route).isEmpty();
  }

  private static boolean isField(
      String field, @Nullable EventContract body, SystemUnderCheck system) {
    return body != null
        && system
            .schemas()
            .root(body.newest().file())
            .map(root -> PathLookup.of(new SchemaPaths(system.schemas()), root, List.of(field)))
            .filter(PathLookup.Found.class::isInstance)
            .isPresent();
  }
}
