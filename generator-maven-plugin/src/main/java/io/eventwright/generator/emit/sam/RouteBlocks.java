package io.eventwright.generator.emit.sam;

import io.eventwright.generator.emit.sam.view.ApiView;
import io.eventwright.generator.emit.sam.view.CorsView;
import io.eventwright.generator.emit.sam.view.RouteView;
import io.eventwright.generator.emit.sam.view.StackView;
import io.eventwright.generator.model.ApiModel;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.ProjectionModel;
import io.eventwright.generator.model.WorkerModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The API and the functions of its routes.
 *
 * @param system the model
 * @param api its API
 * @param stack what every resource needs
 */
record RouteBlocks(EventSystem system, ApiModel api, StackView stack) {
  private static final int RATE = 100;
  private static final int BURST = 200;
  private static final long TIMEOUT_SECONDS = 10;

  /** What finds a request again: neither its body nor its query, which may hold what is private. */
  private static final String LOG_FORMAT =
      "{\"requestId\":\"$context.requestId\",\"route\":\"%s\",\"status\":\"$context.status\","
          + "\"sourceIp\":\"$context.identity.sourceIp\","
          + "\"error\":\"$context.error.message\","
          + "\"latency\":\"$context.responseLatency\"}";

  ApiView view() {
    boolean rest = api.kind() == ApiModel.Kind.REST;
    ApiModel.Authorizer authorizer = api.authorizer();
    ApiModel.Jwt jwt =
        authorizer instanceof ApiModel.Jwt one ? one : new ApiModel.Jwt("", List.of(), List.of());
    ApiModel.Cors cors = api.cors();
    String description = "The routes of " + system.name() + ".";
    return new ApiView(
        stack,
        rest,
        authorizer instanceof ApiModel.Nobody nobody
            ? description + " Nobody is asked who calls: " + nobody.reason().strip()
            : description,
        authorizer instanceof ApiModel.Jwt
            ? "tokens"
            : authorizer instanceof ApiModel.Iam ? "iam" : "none",
        rest && !jwt.issuer().isEmpty() ? userPool(jwt.issuer()) : jwt.issuer(),
        jwt.audience(),
        jwt.scopes(),
        LOG_FORMAT.formatted(
            rest ? "$context.httpMethod $context.resourcePath" : "$context.routeKey"),
        RATE,
        BURST,
        cors == null ? CorsView.NONE : new CrossOrigin(api, cors).view(),
        rest ? List.of(new ApiView.ModelView("JsonObject", List.of())) : List.of());
  }

  /** A REST API takes tokens of a user pool only, whose issuer names region and pool. */
  private static String userPool(String issuer) {
    String[] parts = issuer.substring("https://cognito-idp.".length()).split("[./]", 2);
    String pool = issuer.substring(issuer.lastIndexOf('/') + 1);
    return "!Sub \"arn:${AWS::Partition}:cognito-idp:"
        + parts[0]
        + ":${AWS::AccountId}:userpool/"
        + pool
        + "\"";
  }

  RouteView route(ApiModel.Route route) {
    String id = LogicalIds.of(route.name());
    boolean rest = api.kind() == ApiModel.Kind.REST;
    Parts parts = parts(route, id + "LogGroup");
    new Sealed(system).route(route.action(), parts.permissions(), parts.variables());
    ApiModel.Cors cors = api.cors();
    if (rest && cors != null) {
      new CrossOrigin(api, cors).of(parts.variables());
    }
    return new RouteView(
        stack,
        id,
        route.name(),
        "Route " + route.method() + " " + route.path() + ": " + parts.does(),
        route.method() + " " + route.path() + " of " + system.name() + ".",
        system.basePackage() + ".function." + id + "Function",
        parts.permissions().list(),
        parts.variables().list(),
        parts.timeoutSeconds(),
        rest,
        route.method(),
        route.path(),
        rest && parts.hasBody() ? "JsonObject" : "");
  }

  private record Parts(
      String does,
      Permissions permissions,
      Variables variables,
      long timeoutSeconds,
      boolean hasBody) {}

  private Parts parts(ApiModel.Route route, String logGroup) {
    Permissions permissions = Permissions.of(logGroup, stack);
    ApiModel.Action action = route.action();
    if (action instanceof ApiModel.ReadsEntity reads) {
      return new Parts(
          "reads " + reads.entity(),
          permissions.readVersions(reads.entity()),
          new Variables().log(),
          TIMEOUT_SECONDS,
          false);
    }
    if (action instanceof ApiModel.ReadsProjection reads) {
      return new Parts(
          "reads " + reads.projection(),
          permissions.readViews(projection(reads.projection())),
          new Variables().views().control(),
          TIMEOUT_SECONDS,
          false);
    }
    if (action instanceof ApiModel.Answers answers) {
      return new Parts(
          "answers " + answers.saga() + "." + answers.step(),
          permissions.answers(machine(answers.saga()), waiting(answers.saga(), answers.step())),
          new Variables().control(),
          TIMEOUT_SECONDS,
          true);
    }
    if (action instanceof ApiModel.Keeps keeps) {
      return new Parts(
          "keeps " + keeps.saga() + "." + keeps.step() + " waiting",
          permissions.keeps(machine(keeps.saga()), waiting(keeps.saga(), keeps.step())),
          new Variables().control(),
          TIMEOUT_SECONDS,
          false);
    }
    String owner = "route-" + route.name();
    if (action instanceof ApiModel.Calls calls) {
      return calls(calls, owner, permissions);
    }
    return new Parts(
        "publishes " + ((ApiModel.Publishes) action).event(),
        permissions.decisions(owner).versions(owner),
        new Variables().log().inbox(system),
        TIMEOUT_SECONDS,
        true);
  }

  private static String machine(String saga) {
    return LogicalIds.of(saga) + "StateMachine";
  }

  /** The rows of what waits at a step. */
  private static String waiting(String saga, String step) {
    return "callback#" + saga + "#" + step + "#*";
  }

  private ProjectionModel projection(String name) {
    return system.projections().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no projection " + name));
  }

  private Parts calls(ApiModel.Calls calls, String owner, Permissions permissions) {
    WorkerModel worker =
        system.workers().stream()
            .filter(each -> each.name().equals(calls.worker()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no worker " + calls.worker()));
    permissions.inbox(List.of(owner));
    WorkerModel.@Nullable EntityKey changes = worker.changes();
    if (changes != null) {
      permissions.versions(changes.entity());
    } else if (!worker.emits().isEmpty()) {
      permissions.versions("worker-" + worker.name());
    }
    Variables variables = new Variables().log().inbox(system);
    if (!worker.uses().isEmpty()) {
      permissions.dependencies(List.of(worker.name()), worker.uses());
      variables.control();
      Secrets.add(system, worker, permissions, variables);
    }
    return new Parts(
        "calls " + worker.name(), permissions, variables, worker.timeout().toSeconds(), true);
  }
}
