package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.List;
import java.util.stream.Stream;

/** A route reads what is neither an entity nor a projection. Error. */
final class UnknownRead implements Rule {

  @Override
  public String id() {
    return "unknown-read";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    ApiSource api = system.source().api();
    if (api == null) {
      return;
    }
    List<String> known =
        Stream.concat(
                system.source().entities().stream().map(each -> each.name().value()),
                system.source().projections().stream().map(each -> each.name().value()))
            .toList();
    for (ApiSource.Route route : api.routes()) {
      if (route.action() instanceof ApiSource.Reads reads) {
        Names.requireKnown(
            id(),
            "Route " + route.method() + " " + route.path().value() + " reads",
            "entity or projection",
            reads.name(),
            known,
            system,
            found);
      }
    }
  }
}
