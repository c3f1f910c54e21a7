package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.source.ApiSource;
import io.eventwright.generator.model.source.Located;
import io.eventwright.generator.model.source.SystemUnderCheck;

/**
 * Several origins before a REST API. Error: its answer to a preflight, and to a request that it
 * refuses itself, has one fixed origin, and a browser takes no list.
 */
final class CorsOrigins implements Rule {

  @Override
  public String id() {
    return "cors-origins";
  }

  @Override
  public void check(SystemUnderCheck system, Diagnostics found) {
    ApiSource api = system.source().api();
    Located<ApiModel.Cors> cors = api == null ? null : api.cors();
    if (cors != null && api.kind() == ApiModel.Kind.REST && cors.value().origins().size() > 1) {
      found.error(
          cors.location(),
          id(),
          "What a REST API answers itself, to a preflight or to a request that it refuses, names"
              + " one fixed origin, and a browser takes no list of them: one origin, or \"*\"."
              + " Write one, or kind: http, which answers each origin with its own.");
    }
  }
}
