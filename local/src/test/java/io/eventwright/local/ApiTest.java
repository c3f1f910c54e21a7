package io.eventwright.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** APIs: who is let through, what a function is handed, and what the gateway says itself. */
class ApiTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration HOUR = Duration.ofHours(1);

  private final Cloud cloud = TestCloud.get();

  ApiTest() throws Exception {}

  private String token(Map<String, String> claims, Duration life) {
    return cloud.api("Api").token("", claims, life);
  }

  private HttpResponse<String> get(String api, String path, @Nullable String token)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(cloud.api(api).url() + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aTokenOfTheIssuerOpensTheRouteAndItsClaimsReachTheFunction() throws Exception {
    HttpResponse<String> answer =
        get("Api", "/players/p%201/items?a=1&a=2&b=%C3%BC", token(Map.of("sub", "p-1"), HOUR));

    assertEquals(201, answer.statusCode());
    assertEquals("Responder", answer.headers().firstValue("x-made-by").orElse(""));
    assertEquals(2, answer.headers().allValues("set-cookie").size());
    JsonNode event = Json.parse(answer.body());
    assertEquals("2.0", event.path("version").asText());
    assertEquals("GET /players/{player}/items", event.path("routeKey").asText());
    assertEquals("p 1", event.path("pathParameters").path("player").asText());
    assertEquals("1,2", event.path("queryStringParameters").path("a").asText());
    assertEquals("ü", event.path("queryStringParameters").path("b").asText());
    JsonNode claims = event.path("requestContext").path("authorizer").path("jwt").path("claims");
    assertEquals("p-1", claims.path("sub").asText());
    assertEquals("https://issuer.example.com", claims.path("iss").asText());
    assertEquals("shop", claims.path("aud").asText());
  }

  static Stream<Arguments> badTokens() {
    return Stream.of(
        Arguments.of("expired", Map.of(), Duration.ofSeconds(-5)),
        Arguments.of("another audience", Map.of("aud", "other"), HOUR),
        Arguments.of("another issuer", Map.of("iss", "https://other.example.com"), HOUR));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void aTokenThatIsNotRightOpensNothing(String why, Map<String, String> claims, Duration life)
      throws Exception {
    HttpResponse<String> answer = get("Api", "/players/p/items", token(claims, life));

    assertEquals(401, answer.statusCode());
    assertEquals("{\"message\":\"Unauthorized\"}", answer.body());
    assertTrue(answer.headers().firstValue("www-authenticate").orElse("").startsWith("Bearer "));
  }

  @Test
  void aTokenThatNobodySignedOpensNothing() throws Exception {
    String[] good = token(Map.of("sub", "p-1"), HOUR).split("\\.");
    String header = text64("{\"alg\":\"none\"}");
    String claims = new String(Base64.getUrlDecoder().decode(good[1]), StandardCharsets.UTF_8);
    String other = text64(claims.replace("p-1", "p-2"));
    for (String token :
        new String[] {
          header + "." + good[1] + ".", good[0] + "." + other + "." + good[2], "x", "a.b.c"
        }) {
      assertEquals(401, get("Api", "/players/p/items", token).statusCode(), token);
    }
    assertEquals(401, get("Api", "/players/p/items", null).statusCode());
  }

  @Test
  void aScopeThatIsMissingIsForbiddenAndAPlainPathComesFirst() throws Exception {
    HttpResponse<String> without =
        get("Api", "/players/me/items", token(Map.of("scope", "other"), HOUR));
    assertEquals(403, without.statusCode());
    assertEquals("{\"message\":\"Forbidden\"}", without.body());
    HttpResponse<String> with =
        get("Api", "/players/me/items", token(Map.of("scope", "other items"), HOUR));
    assertEquals(201, with.statusCode());
    assertEquals("GET /players/me/items", Json.parse(with.body()).path("routeKey").asText());
  }

  @Test
  void theTokenPageGivesATokenForTheShell() throws Exception {
    String token =
        CLIENT
            .send(
                HttpRequest.newBuilder(URI.create(cloud.api("Api").tokenUrl() + "?sub=p-7"))
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    assertTrue(get("Api", "/players/p/items", token).body().contains("\"sub\":\"p-7\""));
  }

  @ParameterizedTest
  @CsvSource({
    "local, {\"a\":1}, {\"a\":1}, 201",
    "local, {\"a\":1}, {\"a\":2}, 403",
    "other, {\"a\":1}, {\"a\":1}, 403"
  })
  void aSignatureOpensTheRouteOfThatBodyOnly(String secret, String signed, String sent, int status)
      throws Exception {
    URI uri = URI.create(cloud.api("Api").url() + "/signed/a%20b?x=1&y=%2F");
    ContentStreamProvider body =
        ContentStreamProvider.fromByteArray(signed.getBytes(StandardCharsets.UTF_8));
    SignedRequest request =
        AwsV4HttpSigner.create()
            .sign(
                sign ->
                    sign.identity(AwsCredentialsIdentity.create("CALLER", secret))
                        .request(
                            SdkHttpRequest.builder()
                                .method(SdkHttpMethod.POST)
                                .uri(uri)
                                .putHeader("content-type", "application/json")
                                .build())
                        .payload(body)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"));
    HttpRequest.Builder http =
        HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(sent));
    request
        .request()
        .forEachHeader(
            (name, values) -> {
              if (!name.equalsIgnoreCase("host")) {
                http.header(name, values.get(0));
              }
            });
    HttpResponse<String> answer = CLIENT.send(http.build(), HttpResponse.BodyHandlers.ofString());

    assertEquals(status, answer.statusCode(), answer.body());
    if (status == 201) {
      JsonNode event = Json.parse(answer.body());
      assertEquals(
          "arn:aws:iam::000000000000:user/CALLER",
          event.at("/requestContext/authorizer/iam/userArn").asText());
      assertEquals("{\"a\":1}", event.path("body").asText());
    }
  }

  @Test
  void aRequestWithoutSignatureIsForbidden() throws Exception {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(cloud.api("Api").url() + "/signed/a"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(403, answer.statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "/open?do=throw, 500, Internal Server Error",
    "/open?do=garbage, 500, Internal Server Error",
    "/open?do=large, 500, Internal Server Error",
    "/impatient?do=sleep, 503, Service Unavailable"
  })
  void aFunctionThatFailsIsTheGatewaysOwnError(String path, int status, String message)
      throws Exception {
    HttpResponse<String> answer = get("Api", path, null);
    assertEquals(status, answer.statusCode());
    assertEquals("{\"message\":\"" + message + "\"}", answer.body());
  }

  @Test
  void whatIsTooLargeOrHasNoRouteNeverReachesAFunction() throws Exception {
    assertEquals(404, get("Api", "/nowhere", null).statusCode());
    assertEquals(403, get("Rest", "/nowhere", null).statusCode());
    assertEquals(413, post("Api", "/open", "x".repeat(10 * 1024 * 1024 + 1)).statusCode());
    assertEquals(413, post("Api", "/open", "x".repeat(7 * 1024 * 1024)).statusCode());
  }

  @Test
  void aRouteTakesItsBurstAndNoMore() throws Exception {
    Map<Integer, Long> byStatus =
        Stream.generate(
                () -> {
                  try {
                    return get("Narrow", "/narrow", null).statusCode();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                })
            .limit(6)
            .collect(
                java.util.stream.Collectors.groupingBy(
                    status -> status, java.util.stream.Collectors.counting()));
    assertEquals(Map.of(201, 2L, 429, 4L), byStatus);
  }

  @Test
  void aRestApiHasItsStageItsModelAndFormat1() throws Exception {
    assertTrue(cloud.api("Rest").url().toString().endsWith("/live"));
    HttpResponse<String> refused = post("Rest", "/purchases", "{\"other\":1}");
    assertEquals(400, refused.statusCode());
    assertEquals("{\"message\":\"Invalid request body\"}", refused.body());
    HttpResponse<String> taken = post("Rest", "/purchases", "{\"amount\":1}");
    assertEquals(201, taken.statusCode());
    JsonNode event = Json.parse(taken.body());
    assertEquals("/purchases", event.path("path").asText());
    assertEquals("POST", event.path("httpMethod").asText());
    assertEquals("{\"amount\":1}", event.path("body").asText());
    assertTrue(event.path("multiValueHeaders").has("host"));
    assertEquals(502, post("Rest", "/purchases?do=throw", "{\"amount\":1}").statusCode());
  }

  private HttpResponse<String> post(String api, String path, String body) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(cloud.api(api).url() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> from(String origin, String method, String api, String path)
      throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(cloud.api(api).url() + path))
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "https://play.example.com, https://play.example.com",
    "http://localhost:5173, http://localhost:5173",
    "https://other.example.com, none"
  })
  void anHttpApiAnswersAPreflightItselfAndEachOriginWithItsOwn(String origin, String allowed)
      throws Exception {
    HttpResponse<String> preflight = from(origin, "OPTIONS", "Api", "/players/p/items");
    assertEquals(204, preflight.statusCode());
    assertEquals("", preflight.body());
    assertEquals(allowed, header(preflight, "access-control-allow-origin"));
    boolean known = !allowed.equals("none");
    assertEquals(known ? "GET,POST" : "none", header(preflight, "access-control-allow-methods"));
    assertEquals(known ? "600" : "none", header(preflight, "access-control-max-age"));

    HttpResponse<String> refused = from(origin, "GET", "Api", "/players/p/items");
    assertEquals(401, refused.statusCode());
    assertEquals("none", header(refused, "access-control-allow-origin"));
  }

  @Test
  void anHttpApiTakesItsOwnHeadersForThoseOfAFunction() throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(cloud.api("Api").url() + "/players/p/items"))
            .header("Origin", "https://play.example.com")
            .header("Authorization", "Bearer " + token(Map.of("sub", "p"), HOUR));
    HttpResponse<String> answer =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(201, answer.statusCode());
    assertEquals("https://play.example.com", header(answer, "access-control-allow-origin"));
    assertEquals("etag", header(answer, "access-control-expose-headers"));
    assertEquals("none", header(answer, "access-control-allow-methods"));
  }

  @Test
  void aRestApiTellsEveryOriginTheSameAndAFunctionSpeaksForItself() throws Exception {
    HttpResponse<String> preflight =
        from("https://other.example.com", "OPTIONS", "Rest", "/purchases");
    assertEquals(200, preflight.statusCode());
    assertEquals("https://play.example.com", header(preflight, "access-control-allow-origin"));
    assertEquals("OPTIONS,POST", header(preflight, "access-control-allow-methods"));
    assertEquals("true", header(preflight, "access-control-allow-credentials"));
    assertEquals(403, from("https://play.example.com", "OPTIONS", "Rest", "/x").statusCode());

    HttpResponse<String> refused = post("Rest", "/purchases", "{\"other\":1}");
    assertEquals(400, refused.statusCode());
    assertEquals("https://play.example.com", header(refused, "access-control-allow-origin"));
    HttpResponse<String> taken = post("Rest", "/purchases", "{\"amount\":1}");
    assertEquals(201, taken.statusCode());
    assertEquals("none", header(taken, "access-control-allow-origin"));
    assertEquals("ANY", header(taken, "access-control-allow-methods"));
  }

  private static String text64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
