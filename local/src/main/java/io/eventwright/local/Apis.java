package io.eventwright.local;

import io.eventwright.local.api.ApiDefinition;
import io.eventwright.local.api.ApiServer;
import io.eventwright.local.api.TokenIssuer;
import io.eventwright.local.appsync.EventApi;
import io.eventwright.local.appsync.EventApiDefinition;
import io.eventwright.local.appsync.RealtimeServer;
import io.eventwright.local.delivery.Workers;
import io.eventwright.local.lambda.LambdaFunctions;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What clients reach from outside.
 *
 * @param all the APIs with routes
 * @param server where clients listen to channels; null for nowhere
 */
record Apis(List<ApiServer> all, @Nullable RealtimeServer server) {

  Apis {
    all = List.copyOf(all);
  }

  /** Each on a port of its own, from the one after the endpoint's on where that was chosen. */
  static Apis open(Ground ground, Blueprint blueprint, LambdaFunctions functions)
      throws IOException, InterruptedException {
    CloudSettings settings = ground.settings();
    TokenIssuer issuer = new TokenIssuer();
    RealtimeServer realtime = null;
    for (EventApiDefinition definition : blueprint.eventApis()) {
      EventApi api = new EventApi(definition, blueprint.namespaces(), issuer, ground.permissions());
      ground.gateway().serve("appsync", api);
      realtime = ground.parts().open(new RealtimeServer(api, settings.log()));
      keepAlive(realtime, ground.workers());
    }
    List<ApiServer> apis = new ArrayList<>();
    for (ApiDefinition api : blueprint.apis()) {
      apis.add(
          ground
              .parts()
              .open(
                  new ApiServer(
                      api,
                      blueprint.routes().stream()
                          .filter(one -> one.api().equals(api.id()))
                          .toList(),
                      functions,
                      issuer,
                      settings.port() == 0 ? 0 : settings.port() + 1 + apis.size(),
                      settings.region(),
                      ground.account(),
                      settings.log())));
    }
    return new Apis(apis, realtime);
  }

  private static void keepAlive(RealtimeServer server, Workers workers) {
    workers.after(
        RealtimeServer.keepAliveEvery(),
        () -> {
          server.keepAlive();
          keepAlive(server, workers);
        });
  }

  /** One by its logical id. */
  ApiServer get(String logicalId) {
    return all.stream()
        .filter(api -> api.definition().logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no API " + logicalId));
  }

  /** Where clients listen to channels. */
  URI realtime() {
    RealtimeServer listening = server;
    if (listening == null) {
      throw new IllegalArgumentException("there is no event API");
    }
    return listening.url();
  }
}
