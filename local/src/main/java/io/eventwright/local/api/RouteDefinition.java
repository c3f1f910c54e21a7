package io.eventwright.local.api;

import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A route, as the {@code HttpApi} or {@code Api} event of a SAM function says it.
 *
 * @param logicalId function and event
 * @param api what {@code Ref} gives for its API
 * @param method in upper case; {@code ANY} for all
 * @param path its path
 * @param function ARN of the function
 * @param format of the payload: {@code 1.0} or {@code 2.0}
 * @param authorizer its own; null for the API's default, {@code NONE} for none
 * @param scopes any of which a token needs; empty for none
 * @param limit its own; null for the kind's
 * @param model the name of what a body must fit; null for any
 */
public record RouteDefinition(
    String logicalId,
    String api,
    String method,
    PathTemplate path,
    String function,
    String format,
    @Nullable String authorizer,
    List<String> scopes,
    @Nullable Duration limit,
    @Nullable String model) {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "ANY");

  /** A route of an HTTP API. */
  public static RouteDefinition http(Resource resource) {
    Properties properties = resource.properties();
    return of(resource, "ApiId", properties.text("PayloadFormatVersion", "2.0"), null);
  }

  /** A route of a REST API. */
  public static RouteDefinition rest(Resource resource) {
    Properties model = resource.properties().part("RequestModel");
    String name = model.text("Model");
    boolean validated = model.flag("ValidateBody", false);
    model.without("Required", "ValidateParameters");
    return of(resource, "RestApiId", "1.0", validated ? name : null);
  }

  private static RouteDefinition of(
      Resource resource, String apiProperty, String format, @Nullable String model) {
    Properties properties = resource.properties();
    String method = properties.text("Method", "ANY").toUpperCase(Locale.ROOT);
    method = method.equals("*") || method.equals("X-AMAZON-APIGATEWAY-ANY-METHOD") ? "ANY" : method;
    if (!METHODS.contains(method)) {
      properties.problem("Method", "invalid-method", "must be one of " + METHODS);
    }
    String path = properties.text("Path", "/{proxy+}");
    if (!path.startsWith("/")) {
      properties.problem("Path", "invalid-path", "must begin with a slash");
    }
    Properties auth = properties.part("Auth");
    int millis = properties.number("TimeoutInMillis", 0);
    return new RouteDefinition(
        resource.logicalId(),
        properties.requiredText(apiProperty),
        method,
        PathTemplate.of(path),
        properties.requiredText("Function"),
        format,
        auth.text("Authorizer"),
        auth.texts("AuthorizationScopes"),
        millis == 0 ? null : Duration.ofMillis(millis),
        model);
  }

  /** Parameters that a request gives this route; null if it is not meant. */
  @Nullable Map<String, String> parameters(ApiCall call) {
    boolean same = method.equals("ANY") || method.equals(call.method());
    return same ? path.match(call.path()).orElse(null) : null;
  }

  /** Such as {@code POST /purchases}. */
  public String key() {
    return method + " " + path.text();
  }
}
