package io.eventwright.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.eventwright.local.function.FunctionDefinition;
import io.eventwright.local.function.FunctionHost;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.function.LogSink;
import io.eventwright.local.json.Json;
import io.eventwright.local.lambda.LambdaFunctions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One API on a port of its own, loopback only. A request passes what it passes at AWS, in that
 * order: size, route, authorizer, throttling, model, function.
 */
public final class ApiServer implements AutoCloseable {
  private static final int LARGEST_BODY = 10 * 1024 * 1024;
  private static final int LARGEST_PAYLOAD = 6 * 1024 * 1024;

  /** Only here: gives a token of the default authorizer. */
  public static final String TOKEN_PATH = "/_local/token";

  private final ApiDefinition api;
  private final List<RouteDefinition> routes;
  private final LambdaFunctions functions;
  private final TokenIssuer issuer;
  private final LogSink log;
  private final Payload payload;
  private final SignatureAuthorizer signatures;
  private final Map<String, TokenAuthorizer> tokens = new HashMap<>();
  private final Map<String, TokenBucket> buckets = new HashMap<>();
  private final HttpServer server;
  private final ExecutorService threads;

  /**
   * Opens the API.
   *
   * @param port 0 for any free one
   * @param account twelve digits
   */
  public ApiServer(
      ApiDefinition api,
      List<RouteDefinition> routes,
      LambdaFunctions functions,
      TokenIssuer issuer,
      int port,
      String region,
      String account,
      LogSink log)
      throws IOException {
    this.api = api;
    this.routes = new ArrayList<>(routes);
    this.routes.sort(Comparator.comparing(route -> route.path().precedence()));
    this.functions = functions;
    this.issuer = issuer;
    this.log = log;
    this.payload = new Payload(api, account);
    this.signatures = new SignatureAuthorizer(region);
    api.authorizers()
        .forEach((name, rules) -> tokens.put(name, new TokenAuthorizer(rules, issuer)));
    routes.forEach(
        route ->
            buckets.put(
                route.logicalId(), new TokenBucket(api.rate(), api.burst(), System::nanoTime)));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "local-cloud-api");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where it is, the stage included. */
  public URI url() {
    String stage = api.stage().equals("$default") ? "" : "/" + api.stage();
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + stage);
  }

  /** Whether its default authorizer takes tokens. */
  public boolean hasTokens() {
    return api.authorizer() != null && api.authorizers().containsKey(api.authorizer());
  }

  /** Where a token for the default authorizer is given, to whoever asks. */
  public URI tokenUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + TOKEN_PATH);
  }

  /** What it is. */
  public ApiDefinition definition() {
    return api;
  }

  /** Its routes, each with its URL. */
  public Map<String, String> urls() {
    Map<String, String> urls = new LinkedHashMap<>();
    routes.forEach(
        route -> urls.put(route.logicalId(), route.method() + " " + url() + route.path().text()));
    return urls;
  }

  private void answer(HttpExchange exchange) throws IOException {
    long begun = System.nanoTime();
    ApiResponse response;
    String method = exchange.getRequestMethod().toUpperCase(Locale.ROOT);
    try {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
      response =
          body.length > LARGEST_BODY
              ? new Refusal(413, "Request Entity Too Large").response()
              : serve(call(exchange, method, body));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
      return;
    } catch (RuntimeException e) {
      log.line(api.logicalId(), "request failed: " + e);
      response = api.kind().failed.response();
    }
    if (response.refused()) {
      response = api.crossOrigin().onRefusal(response);
    }
    log.line(
        api.logicalId(),
        "%s %s %d %d ms"
            .formatted(
                method,
                exchange.getRequestURI().getRawPath(),
                response.status(),
                (System.nanoTime() - begun) / 1_000_000));
    send(exchange, response);
  }

  private ApiCall call(HttpExchange exchange, String method, byte[] body) {
    String rawPath = exchange.getRequestURI().getRawPath();
    String query = exchange.getRequestURI().getRawQuery();
    Map<String, List<String>> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    String prefix = "/" + api.stage();
    String path =
        rawPath.equals(prefix) || rawPath.startsWith(prefix + "/")
            ? rawPath.substring(prefix.length())
            : api.stage().equals("$default") ? rawPath : "";
    return new ApiCall(method, path, rawPath, query == null ? "" : query, headers, body);
  }

  private ApiResponse serve(ApiCall call) throws InterruptedException {
    if (call.rawPath().equals(TOKEN_PATH)) {
      return token(call);
    }
    for (RouteDefinition route : routes) {
      Map<String, String> parameters = route.parameters(call);
      if (parameters != null) {
        try {
          return serve(route, call, parameters, authorize(route, call));
        } catch (Unauthorized e) {
          return e.refusal().response();
        }
      }
    }
    ApiResponse preflight =
        call.method().equals("OPTIONS") ? api.crossOrigin().preflight(call, routes) : null;
    return preflight == null ? api.kind().unknown.response() : preflight;
  }

  /** For a developer with a browser or curl: claims as the query says. */
  private ApiResponse token(ApiCall call) {
    Map<String, String> claims = new LinkedHashMap<>();
    call.query().forEach((name, values) -> claims.put(name, values.get(0)));
    claims.putIfAbsent("sub", "local");
    try {
      ApiResponse.Builder response = new ApiResponse.Builder(200);
      response.header("content-type", "text/plain");
      return response.body(
          token("", claims, Duration.ofHours(1)).getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      return new Refusal(404, String.valueOf(e.getMessage())).response();
    }
  }

  private Caller authorize(RouteDefinition route, ApiCall call) throws Unauthorized {
    String name = route.authorizer() == null ? api.authorizer() : route.authorizer();
    if (name == null || name.equals("NONE")) {
      return Caller.ANYBODY;
    }
    if (name.equals("AWS_IAM")) {
      return signatures.authorize(call);
    }
    TokenAuthorizer authorizer = tokens.get(name);
    if (authorizer == null) {
      throw new IllegalStateException("there is no authorizer " + name);
    }
    return authorizer.authorize(call, route.scopes());
  }

  private ApiResponse serve(
      RouteDefinition route, ApiCall call, Map<String, String> parameters, Caller caller)
      throws InterruptedException {
    TokenBucket bucket = buckets.get(route.logicalId());
    if (bucket != null && !bucket.take()) {
      return new Refusal(429, "Too Many Requests").response();
    }
    JsonNode model = route.model() == null ? null : api.models().get(route.model());
    if (model != null && !RequestModel.fits(model, call.body())) {
      return new Refusal(400, "Invalid request body").response();
    }
    byte[] event = Json.bytes(payload.of(route, call, parameters, caller));
    if (event.length > LARGEST_PAYLOAD) {
      return new Refusal(413, "Request Too Long").response();
    }
    FunctionDefinition function = functions.find(route.function());
    if (function == null) {
      throw new IllegalStateException("there is no function " + route.function());
    }
    InvocationResult result;
    Duration limit = route.limit() == null ? api.kind().limit : route.limit();
    CompletableFuture<InvocationResult> invocation =
        CompletableFuture.supplyAsync(() -> invoke(function, event), threads);
    try {
      result = invocation.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return api.kind().late.response();
    } catch (ExecutionException e) {
      boolean busy = e.getCause() instanceof FunctionHost.Throttled;
      log.line(api.logicalId(), route.key() + ": " + e.getCause());
      return busy && api.kind() == ApiKind.HTTP
          ? new Refusal(503, "Service Unavailable").response()
          : api.kind().failed.response();
    }
    ApiResponse response =
        result.failed() || result.payload().length > LARGEST_PAYLOAD
            ? null
            : FunctionAnswer.of(route, result.payload());
    return response == null
        ? api.kind().failed.response()
        : api.crossOrigin().onAnswer(call, response);
  }

  private InvocationResult invoke(FunctionDefinition function, byte[] event) {
    try {
      return functions.invoke(function, event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void send(HttpExchange exchange, ApiResponse response) throws IOException {
    try (exchange) {
      response
          .headers()
          .forEach(
              (name, values) ->
                  values.forEach(value -> exchange.getResponseHeaders().add(name, value)));
      exchange.getResponseHeaders().remove("content-length");
      byte[] body = response.body();
      boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(response.status(), none ? -1 : body.length);
      if (!none) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  /**
   * A token that an authorizer of this API takes.
   *
   * @param authorizer its name; empty for the default
   */
  public String token(String authorizer, Map<String, String> claims, Duration life) {
    String name = authorizer.isEmpty() ? api.authorizer() : authorizer;
    TokenRules rules = name == null ? null : api.authorizers().get(name);
    if (rules == null) {
      throw new IllegalArgumentException(
          api.logicalId()
              + " has no authorizer of tokens '"
              + name
              + "'; it has "
              + api.authorizers().keySet());
    }
    return issuer.mint(rules, claims, life);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
