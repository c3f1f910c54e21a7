package io.eventwright.local.api;

import io.eventwright.local.template.Properties;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A REST API's {@code Cors} and {@code GatewayResponses}: SAM gives each path an {@code OPTIONS} of
 * its own, which answers the same to every origin; what the API refuses itself has the headers of
 * its gateway responses, and what functions answer only their own.
 *
 * @param preflight headers of the answer to a preflight, without the methods; empty for no such
 *     answer
 * @param methods of every path; empty for those that the path has
 * @param clientErrors headers of refusals below 500
 * @param serverErrors headers of the others
 */
record RestCrossOrigin(
    Map<String, String> preflight,
    String methods,
    Map<String, String> clientErrors,
    Map<String, String> serverErrors)
    implements CrossOrigin {

  static CrossOrigin of(Properties api) {
    Properties cors = api.part("Cors");
    Map<String, String> preflight = new LinkedHashMap<>();
    fixed(cors, "AllowOrigin", "access-control-allow-origin", preflight);
    fixed(cors, "AllowHeaders", "access-control-allow-headers", preflight);
    fixed(cors, "MaxAge", "access-control-max-age", preflight);
    Map<String, String> methods = new LinkedHashMap<>();
    fixed(cors, "AllowMethods", "methods", methods);
    if (cors.flag("AllowCredentials", false)) {
      if ("*".equals(preflight.get("access-control-allow-origin"))) {
        cors.problem(
            "AllowCredentials", "invalid-cors", "is refused together with the origin * by SAM");
      }
      preflight.put("access-control-allow-credentials", "true");
    }
    Properties responses = api.part("GatewayResponses");
    return new RestCrossOrigin(
        preflight,
        methods.getOrDefault("methods", ""),
        headers(responses, "DEFAULT_4XX"),
        headers(responses, "DEFAULT_5XX"));
  }

  private static Map<String, String> headers(Properties responses, String kind) {
    Properties headers = responses.part(kind).part("ResponseParameters").part("Headers");
    Map<String, String> read = new LinkedHashMap<>();
    headers.all().keySet().forEach(name -> fixed(headers, name, name, read));
    return read;
  }

  /** A value in quotes, as a mapping has it. */
  private static void fixed(Properties part, String key, String name, Map<String, String> into) {
    String text = part.text(key);
    if (text == null) {
      return;
    }
    if (text.length() < 2 || !text.startsWith("'") || !text.endsWith("'")) {
      part.problem(key, "unsupported-mapping", "must be a fixed text in single quotes here");
      return;
    }
    into.put(name, text.substring(1, text.length() - 1));
  }

  @Override
  public @Nullable ApiResponse preflight(ApiCall call, List<RouteDefinition> routes) {
    RouteDefinition first =
        routes.stream()
            .filter(route -> route.path().match(call.path()).isPresent())
            .findFirst()
            .orElse(null);
    if (preflight.isEmpty() || first == null) {
      return null;
    }
    TreeSet<String> taken = new TreeSet<>(List.of("OPTIONS"));
    routes.stream()
        .filter(route -> route.path().equals(first.path()))
        .forEach(route -> taken.add(route.method()));
    ApiResponse.Builder answer = new ApiResponse.Builder(200);
    answer.header("content-type", "application/json");
    preflight.forEach(answer::header);
    answer.header(
        "access-control-allow-methods", methods.isEmpty() ? String.join(",", taken) : methods);
    return answer.body("{}\n".getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public ApiResponse onAnswer(ApiCall call, ApiResponse answer) {
    return answer;
  }

  @Override
  public ApiResponse onRefusal(ApiResponse refusal) {
    ApiResponse.Builder told = new ApiResponse.Builder(refusal.status());
    refusal.headers().forEach((name, values) -> values.forEach(value -> told.header(name, value)));
    (refusal.status() < 500 ? clientErrors : serverErrors).forEach(told::header);
    return told.refused(refusal.body());
  }
}
