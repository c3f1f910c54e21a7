package io.eventwright.local.api;

import io.eventwright.local.template.Properties;
import java.util.List;
import java.util.Locale;

/**
 * An HTTP API's {@code CorsConfiguration}: any {@code OPTIONS} that no route takes is answered by
 * the API, before an authorizer is asked; what integrations say themselves is dropped ("Configure
 * CORS for HTTP APIs in API Gateway"). The page promises headers on what integrations answer, and
 * says nothing of what the API refuses itself; so there are none on that.
 *
 * @param origins {@code *}, {@code https://*}, {@code http://*}, or exact ones
 * @param age seconds; below zero for none
 */
record HttpCrossOrigin(
    List<String> origins,
    List<String> methods,
    List<String> headers,
    List<String> exposed,
    boolean credentials,
    int age)
    implements CrossOrigin {

  private static final String ANY = "*";

  static CrossOrigin of(Properties api) {
    if (!api.has("CorsConfiguration")) {
      return NONE;
    }
    Properties cors = api.part("CorsConfiguration");
    HttpCrossOrigin read =
        new HttpCrossOrigin(
            cors.texts("AllowOrigins"),
            cors.texts("AllowMethods"),
            cors.texts("AllowHeaders"),
            cors.texts("ExposeHeaders"),
            cors.flag("AllowCredentials", false),
            cors.number("MaxAge", -1));
    if (read.credentials && read.origins.contains(ANY)) {
      cors.problem(
          "AllowCredentials", "invalid-cors", "is refused together with the origin * by AWS");
    }
    return read;
  }

  @Override
  public ApiResponse preflight(ApiCall call, List<RouteDefinition> routes) {
    ApiResponse.Builder answer = new ApiResponse.Builder(204);
    String origin = allowed(call);
    if (!origin.isEmpty() && !call.header("access-control-request-method").isEmpty()) {
      answer.header("access-control-allow-origin", origin);
      several(answer, "access-control-allow-methods", methods);
      several(answer, "access-control-allow-headers", headers);
      if (age >= 0) {
        answer.header("access-control-max-age", String.valueOf(age));
      }
      if (credentials) {
        answer.header("access-control-allow-credentials", "true");
      }
    }
    return answer.body(new byte[0]);
  }

  @Override
  public ApiResponse onAnswer(ApiCall call, ApiResponse answer) {
    ApiResponse.Builder told = new ApiResponse.Builder(answer.status());
    answer
        .headers()
        .forEach(
            (name, values) -> {
              if (!name.toLowerCase(Locale.ROOT).startsWith("access-control-")) {
                values.forEach(value -> told.header(name, value));
              }
            });
    String origin = allowed(call);
    if (!origin.isEmpty()) {
      told.header("access-control-allow-origin", origin);
      several(told, "access-control-expose-headers", exposed);
      if (credentials) {
        told.header("access-control-allow-credentials", "true");
      }
    }
    return told.body(answer.body());
  }

  @Override
  public ApiResponse onRefusal(ApiResponse refusal) {
    return refusal;
  }

  /** What the caller's origin is answered; empty when it is none, or none of these. */
  private String allowed(ApiCall call) {
    String origin = call.header("origin");
    if (origin.isEmpty()) {
      return "";
    }
    for (String one : origins) {
      if (one.equals(ANY)) {
        return ANY;
      }
      if (one.equals(origin)
          || one.endsWith("://*") && origin.startsWith(one.substring(0, one.length() - 1))) {
        return origin;
      }
    }
    return "";
  }

  private static void several(ApiResponse.Builder into, String name, List<String> values) {
    if (!values.isEmpty()) {
      into.header(name, String.join(",", values));
    }
  }
}
