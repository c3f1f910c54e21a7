package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SystemUnderCheck;

/**
 * Every page may call, with what the browser keeps for the API. Error: browsers and the service
 * refuse it, and if they did not, any page could act for whoever looks at it.
 */
final class CorsCredentials implements Rule {

  @Override
  public String id() {
    return "cors-credentials";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    ApiSource api = system.source().api();
    Located<ApiModel.Cors> cors = api == null ? null : api.cors();
    if (cors != null
        && cors.value().credentials()
        && cors.value().origins().contains(ApiModel.Cors.ANY)) {
      found.error(
          cors.location(),
          id(),
          "With credentials: true and the origin * any page could act for whoever looks at it, so"
              + " browsers and API Gateway refuse the two together. Name the origins, or leave"
              + " credentials out: a token in the header Authorization needs none.");
    }
  }
}
