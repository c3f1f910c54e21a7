package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.data;
import static io.eventwright.runtime.testing.Requests.Request.post;
import static io.eventwright.runtime.testing.Requests.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.function.RelayFunction;
import io.eventwright.runtime.function.RouteFunction;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.route.RouteDefinition;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.Requests.Answer;
import io.eventwright.runtime.testing.Requests.Request;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.StandIn;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private RequestStreamHandler deposits() {
    return RouteFunction.of(
        RouteDefinition.named("post-deposits").takingBytes(4_096).publishes(Sample.DEPOSIT_V2),
        cloud.runtime());
  }

  private List<StandIn.BusEntry> relayed(Clock clock) throws IOException {
    RelayFunction.of(cloud.runtime(clock, Map.of()))
        .handleRequest(
            new ByteArrayInputStream("{\"sweep\":true}".getBytes(StandardCharsets.UTF_8)),
            new ByteArrayOutputStream(),
            TestContext.of(60_000));
    return cloud.published();
  }

  private List<StandIn.BusEntry> relayed() throws IOException {
    return relayed(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5)));
  }

  @Test
  @DisplayName("row 42: one request at 16 instances at once is one event and one answer")
  void sameKeyAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Answer> answers = new ArrayList<>();
    try {
      List<Callable<Answer>> clients = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        RequestStreamHandler instance = deposits();
        clients.add(() -> send(instance, post("k-1", data("p-1", 5))));
      }
      for (Future<Answer> answer : threads.invokeAll(clients)) {
        answers.add(answer.get());
      }
    } finally {
      threads.shutdownNow();
    }
    Set<String> bodies =
        answers.stream().map(answer -> answer.status() + answer.body()).collect(Collectors.toSet());
    assertEquals(1, bodies.size(), bodies::toString);
    assertEquals(202, answers.get(0).status());
    assertEquals(
        1, answers.stream().filter(a -> a.header("idempotency-replayed").isEmpty()).count());

    List<StandIn.BusEntry> events = relayed();
    assertEquals(1, events.size());
    assertEquals(answers.get(0).text("eventId"), events.get(0).text("id"));
  }

  @Test
  @DisplayName("behind a REST API each answer says itself which origin may read it")
  void ofAnotherOrigin() throws Exception {
    Map<String, String> rest =
        Map.of(
            "EVENTWRIGHT_CORS_ORIGIN", "https://play.example.com",
            "EVENTWRIGHT_CORS_EXPOSED", "correlation-id,etag",
            "EVENTWRIGHT_CORS_COOKIES", "true");
    RequestStreamHandler route =
        RouteFunction.of(
            RouteDefinition.named("post-deposits").takingBytes(4_096).publishes(Sample.DEPOSIT_V2),
            cloud.runtime(Clock.systemUTC(), rest));
    for (Answer answer :
        List.of(send(route, post("k-1", data("p-1", 5))), send(route, post("k-1", "{")))) {
      assertEquals("https://play.example.com", answer.header("access-control-allow-origin"));
      assertEquals("correlation-id,etag", answer.header("access-control-expose-headers"));
      assertEquals("true", answer.header("access-control-allow-credentials"));
    }
    assertEquals(
        "", send(deposits(), post("k-2", data("p-1", 5))).header("access-control-allow-origin"));
  }

  @Test
  @DisplayName("row 42: the same key with another body is 422, and the first one's event stands")
  void otherBody() throws Exception {
    RequestStreamHandler route = deposits();
    send(route, post("k-1", data("p-1", 5)));
    Answer other = send(route, post("k-1", data("p-1", 6)));

    assertEquals(422, other.status());
    assertEquals("key-reused", other.text("code"));
    assertEquals(1, relayed().size());
  }

  @Test
  @DisplayName("row 42: a key counts when the inbox has forgotten it, since the log has not")
  void forgottenKey() throws Exception {
    RequestStreamHandler route = deposits();
    Answer first = send(route, post("k-1", data("p-1", 5)));
    cloud.forgetInbox();

    Answer again = send(route, post("k-1", data("p-1", 5)));
    assertEquals(first.body(), again.body());
    cloud.forgetInbox();
    assertEquals(422, send(route, post("k-1", data("p-1", 6))).status());
    assertEquals(1, relayed().size());
  }

  @Test
  @DisplayName("row 42: two callers may choose the same key")
  void otherCaller() throws Exception {
    RequestStreamHandler route = deposits();
    Answer first = send(route, post("k-1", data("p-1", 5)));
    Answer second = send(route, post("k-1", data("p-1", 5)).claim("sub", "p-2"));

    assertNotEquals(first.text("eventId"), second.text("eventId"));
    assertEquals(2, relayed().size());
  }

  @Test
  @DisplayName("row 42: what was answered with success is stored, though nothing is on the bus yet")
  void storedBeforeAnswered() throws Exception {
    Answer answer = send(deposits(), post("k-1", data("p-1", 5)));

    assertEquals(202, answer.status());
    assertEquals(List.of(), cloud.published());
    StandIn.BusEntry event = relayed().get(0);
    assertEquals("deposit-received.v2", event.detailType());
    assertEquals("arcade", event.source());
    assertEquals(answer.header("correlation-id"), event.text("correlationid"));
    assertEquals("urn:eventwright:arcade:deposit-received:2.1", event.text("dataschema"));
    assertEquals("{\"player\":\"p-1\",\"amount\":5}", String.valueOf(event.detail().get("data")));
  }

  @Test
  @DisplayName("row 9: an answer of the store that is lost makes neither a second event nor a lie")
  void answerLost() throws Exception {
    AtomicBoolean once = new AtomicBoolean(true);
    cloud.faults.add(
        call ->
            call.operation().equals("TransactWriteItems") && once.getAndSet(false)
                ? new Fault.Action.LoseAnswer()
                : null);
    Answer answer = send(deposits(), post("k-1", data("p-1", 5)));

    assertEquals(202, answer.status());
    assertEquals("", answer.header("idempotency-replayed"));
    assertEquals(1, relayed().size());
  }

  @Test
  @DisplayName(
      "row 12: a store that throttles all the time is 503, and the same request may repeat")
  void storeDown() throws Exception {
    cloud.faults.add(
        call ->
            call.operation().equals("TransactWriteItems")
                ? new Fault.Action.Respond(
                    new Fault.Answer(
                        400,
                        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ThrottlingException\"}"))
                : null);
    RequestStreamHandler route = deposits();
    Answer answer = send(route, post("k-1", data("p-1", 5)));

    assertEquals(503, answer.status());
    assertEquals("1", answer.header("retry-after"));
    cloud.faults.clear();
    assertEquals(202, send(route, post("k-1", data("p-1", 5))).status());
    assertEquals(1, relayed().size());
  }

  @Test
  @DisplayName("every violation is told, each with its pointer, and nothing is stored")
  void violations() throws Exception {
    Answer answer = send(deposits(), post("k-1", "{\"player\":7,\"amount\":-1,\"more\":true}"));

    assertEquals(422, answer.status());
    assertEquals("application/problem+json", answer.header("content-type"));
    List<String> pointers = new ArrayList<>();
    for (var error : (JsonArray) java.util.Objects.requireNonNull(answer.json().get("errors"))) {
      pointers.add(String.valueOf(((JsonObject) error).get("pointer")));
    }
    assertEquals(List.of("\"/player\"", "\"/amount\"", "\"/more\""), pointers);
    assertEquals(List.of(), relayed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | application/json | 400 | not-json",
        "'' | application/json | 400 | not-json",
        "{\"player\":\"p\",\"player\":\"q\",\"amount\":1} | application/json | 400 | not-json",
        "{\"player\":\"p\",\"amount\":1e999999999} | application/json | 400 | not-json",
        "{} | text/plain | 415 | media-type",
        "{} | application/json; charset=utf-16 | 415 | media-type",
        "[] | application/json; charset=UTF-8 | 422 | schema-violated",
        "{\"player\":\"p\",\"amount\":1} | application/vnd.deposit+json | 202 | ''",
      })
  @DisplayName("row 27: whatever the body is, the answer is a problem and no crash")
  void bodies(String body, String type, int status, String code) throws Exception {
    Answer answer = send(deposits(), post("k-1", body).header("content-type", type));

    assertEquals(status, answer.status());
    assertEquals(code, answer.text("code"));
  }

  @Test
  @DisplayName("row 27: a body that is too large or too deep is refused")
  void sizes() throws Exception {
    Answer large = send(deposits(), post("k-1", " ".repeat(5_000)));
    assertEquals(413, large.status());
    Answer deep = send(deposits(), post("k-1", "[".repeat(1_000)));
    assertEquals(400, deep.status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"' ' | 400", "a b | 400", "\"8e03978e\" | 202", "8e03978e | 202"})
  @DisplayName("a key is a structured string; what is none is told")
  void keys(String key, int status) throws Exception {
    assertEquals(status, send(deposits(), post(key, data("p-1", 5))).status());
  }

  @Test
  @DisplayName("a request without a key is refused, unless the route takes it")
  void noKey() throws Exception {
    Request request = post("k-1", data("p-1", 5)).without("idempotency-key");
    Answer answer = send(deposits(), request);
    assertEquals(400, answer.status());
    assertEquals("key-missing", answer.text("code"));

    RequestStreamHandler open =
        RouteFunction.of(
            RouteDefinition.named("post-deposits").withoutKey().publishes(Sample.DEPOSIT_V2),
            cloud.runtime());
    assertEquals(202, send(open, request).status());
    assertEquals(202, send(open, request).status());
    assertEquals(2, relayed().size());
  }

  @Test
  @DisplayName("a field that the caller's token says can neither be chosen nor be left to chance")
  void identity() throws Exception {
    RequestStreamHandler route =
        RouteFunction.of(
            RouteDefinition.named("post-deposits")
                .settingFromClaim("player", "sub")
                .publishes(Sample.DEPOSIT_V2),
            cloud.runtime());
    assertEquals(202, send(route, post("k-1", "{\"amount\":5}")).status());
    assertEquals(202, send(route, post("k-2", data("p-1", 5))).status());
    Answer others = send(route, post("k-3", data("p-2", 5)));
    assertEquals(403, others.status());
    assertEquals("not-yours", others.text("code"));
    Request nobody = new Request("POST", Map.of(), Map.of(), Map.of(), "{}", Map.of());
    assertEquals(
        403,
        send(
                route,
                nobody.header("content-type", "application/json").header("idempotency-key", "k-4"))
            .status());
    for (StandIn.BusEntry event : relayed()) {
      assertTrue(String.valueOf(event.detail().get("data")).contains("\"player\":\"p-1\""));
    }
  }

  @Test
  @DisplayName("both payload formats are read, bodies in base64 too")
  void formats() throws Exception {
    String payload = post("k-1", data("p-1", 5)).format1();
    Answer first = send(deposits(), payload, TestContext.of(60_000));
    assertEquals(202, first.status());
    String encoded =
        java.util.Base64.getEncoder()
            .encodeToString(data("p-1", 5).getBytes(StandardCharsets.UTF_8));
    String base64 =
        post("k-1", encoded)
            .format2()
            .replace("\"isBase64Encoded\":false", "\"isBase64Encoded\":true");
    Answer second = send(deposits(), base64, TestContext.of(60_000));
    assertEquals(first.body(), second.body());
    assertEquals("true", second.header("idempotency-replayed"));
  }

  @Test
  @DisplayName("an event about something that the body names has its subject, and no sequence")
  void about() throws Exception {
    RequestStreamHandler route =
        RouteFunction.of(
            RouteDefinition.named("post-deposits")
                .publishes(Sample.DEPOSIT_V2, deposit -> deposit.player()),
            cloud.runtime());
    assertEquals(202, send(route, post("k-1", data("p-1", 5))).status());
    assertEquals(422, send(route, post("k-2", data(" ", 5))).status());
    StandIn.BusEntry event = relayed().get(0);
    assertEquals("p-1", event.text("subject"));
    assertFalse(event.detail().has("sequence"));
  }

  @Test
  @DisplayName("a worker behind a route: applied once, a refusal stands, the answer says so")
  void calls() throws Exception {
    RequestStreamHandler route =
        RouteFunction.of(
            RouteDefinition.named("post-credits").calls(Sample.DEPOSIT_V2, Sample.creditWallet()),
            cloud.runtime());
    Answer applied = send(route, post("k-1", data("p-1", 5)));
    assertEquals(200, applied.status());
    assertEquals("applied", applied.text("outcome"));
    assertEquals("\"1\"", applied.header("etag"));
    Answer again = send(route, post("k-1", data("p-1", 5)));
    assertEquals(applied.body(), again.body());
    assertEquals("true", again.header("idempotency-replayed"));

    Answer refused = send(route, post("k-2", data("p-1", 13)));
    assertEquals(409, refused.status());
    assertEquals("unlucky", refused.text("code"));
    assertEquals("13 is not taken", refused.text("detail"));
    assertEquals(refused.body(), send(route, post("k-2", data("p-1", 13))).body());
    assertEquals(422, send(route, post("k-2", data("p-1", 14))).status());
    assertEquals(422, send(route, post("k-3", "{\"player\":\"\",\"amount\":1}")).status());
    assertEquals(1, cloud.runtime().entities(Sample.WALLETS).current("p-1").version());
  }

  @Test
  @DisplayName("neither log lines nor problems hold what a body holds")
  void nothingLeaks() throws Exception {
    Answer answer = send(deposits(), post("k-secret", data("p-secret", -1)));
    assertFalse(answer.body().contains("p-secret"), answer.body());
    assertFalse(cloud.lines().contains("secret"), cloud.lines());
    assertTrue(cloud.lines().contains("\"status\":422"), cloud.lines());
  }
}
