package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.SystemUnderCheck;

/** Claims of a token where callers have none. Error: every request would be refused. */
final class CallerWithoutToken implements Rule {

  @Override
  public String id() {
    return "caller-without-token";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    ApiSource api = system.source().api();
    if (api != null && !(api.authorizer() instanceof ApiModel.Jwt) && !api.caller().isEmpty()) {
      found.error(
          api.caller().get(0).field().location(),
          id(),
          "A field is to be set from a claim of the caller's token, and callers have no token."
              + " Add authorizer: { jwt: ... }, or remove caller:.");
    }
  }
}
