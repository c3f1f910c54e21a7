package io.eventwright.generator.check;

import io.eventwright.generator.model.EventContract;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What rules about routes ask for. */
final class Routes {
  private Routes() {}

  static List<ApiSource.Route> of(SystemUnderCheck system) {
    ApiSource api = system.source().api();
    return api == null ? List.of() : api.routes();
  }

  /** As messages say it: {@code Route POST /orders}. */
  static String who(ApiSource.Route route) {
    return "Route " + route.method() + " " + route.path().value();
  }

  static List<String> parameters(ApiSource.Route route) {
    return io.eventwright.generator.model.Routes.parameters(route.path().value());
  }

  /** The event that a body is; null for a route that reads. */
  static @Nullable Located<EventRef> body(ApiSource.Route route) {
    if (route.action() instanceof ApiSource.Publishes publishes) {
      return publishes.event();
    }
    return route.action() instanceof ApiSource.Calls calls ? calls.event() : null;
  }

  /** The same, where it is known. */
  static @Nullable EventContract contract(ApiSource.Route route, SystemUnderCheck system) {
    Located<EventRef> body = body(route);
    return body == null
        ? null
        : system.event(body.value().name(), body.value().major()).orElse(null);
  }
}
