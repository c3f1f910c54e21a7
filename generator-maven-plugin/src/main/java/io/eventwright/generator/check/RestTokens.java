package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.regex.Pattern;

/**
 * Tokens of any issuer before a REST API. Error: it takes those of a Cognito user pool only, and
 * checks no audience.
 */
final class RestTokens implements Rule {
  private static final Pattern POOL =
      Pattern.compile("https://cognito-idp\\.[a-z0-9-]+\\.amazonaws\\.com/[A-Za-z0-9_-]+");

  @Override
  public String id() {
    return "rest-tokens";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    ApiSource api = system.source().api();
    if (api != null
        && api.kind() == ApiModel.Kind.REST
        && api.authorizer() instanceof ApiModel.Jwt jwt
        && !POOL.matcher(jwt.issuer()).matches()) {
      found.error(
          api.location(),
          id(),
          "A REST API takes tokens of a Cognito user pool only, whose issuer is"
              + " https://cognito-idp.<region>.amazonaws.com/<pool>, and this one is "
              + jwt.issuer()
              + ". Write kind: http, which takes any issuer's.");
    }
  }
}
