package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.ProjectionSource;
import io.eventwright.generator.model.source.SystemUnderCheck;

/**
 * A projection by what a caller sees of themselves only, on a channel that everybody with a token
 * may listen to. Error: each would see all the others' rows.
 */
final class PrivatePush implements Rule {

  @Override
  public String id() {
    return "private-push";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    ApiSource api = system.source().api();
    if (api == null) {
      return;
    }
    for (ProjectionSource projection : system.source().projections()) {
      Located<String> push = projection.push();
      String key = String.join(".", projection.key().value());
      boolean isPrivate =
          api.caller().stream().anyMatch(caller -> caller.field().value().equals(key));
      if (push != null && isPrivate) {
        found.error(
            push.location(),
            id(),
            "The rows of %s are found by %s, which callers may see of themselves only, and whoever"
                    .formatted(projection.name().value(), key)
                + " has a token may listen to a channel. Leave push out, and let each read their"
                + " own by a route.");
      }
    }
  }
}
