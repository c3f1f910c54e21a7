package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.data;
import static io.eventwright.runtime.testing.Payloads.detail;
import static io.eventwright.runtime.testing.Requests.Request.post;
import static io.eventwright.runtime.testing.Requests.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.function.RouteFunction;
import io.eventwright.runtime.function.SagaStepFunction;
import io.eventwright.runtime.route.RouteDefinition;
import io.eventwright.runtime.saga.Refused;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.MovedClock;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Requests.Answer;
import io.eventwright.runtime.testing.Requests.Request;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Wallet;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A saga's step is told that its answer is still to come. */
class HeartbeatRouteTest {
  private static final Duration HEARTBEAT = Duration.ofMinutes(10);

  private final MovedClock clock = new MovedClock();
  private final Instant entered = clock.instant();
  private TestCloud cloud;

  /** What the service says of a task; empty when it waits. */
  private volatile String gone = "";

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
    cloud.faults.add(
        call -> {
          if (!call.operation().startsWith("SendTask")) {
            return null;
          }
          return new Fault.Action.Respond(
              gone.isEmpty()
                  ? new Fault.Answer(200, "{}")
                  : new Fault.Answer(400, "{\"__type\":\"" + gone + "\",\"message\":\"gone\"}"));
        });
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private RequestStreamHandler keeping() {
    return RouteFunction.of(
        RouteDefinition.named("post-payouts-payout-id-alive").keeps("payout", "ask", "payoutId"),
        cloud.runtime(clock, Map.of()));
  }

  private static Request beat() {
    return post("k", "").path("payoutId", "p#1").without("idempotency-key");
  }

  @Test
  @DisplayName("each report is a heartbeat with the stored token, and completes nothing")
  void kept() throws Exception {
    waits("x-1", "one", entered, ",\"heartbeat\":600");
    RequestStreamHandler route = keeping();
    for (int i = 0; i < 2; i++) {
      clock.move(Duration.ofMinutes(9));
      Answer answer = send(route, beat());
      assertEquals(200, answer.status(), answer.body());
      assertEquals("{\"outcome\":\"kept\",\"againWithinSeconds\":600}", answer.body());
      assertEquals(clock.instant().plus(HEARTBEAT).plusSeconds(60), until());
    }
    List<Fault.Call> told =
        cloud.calls.stream().filter(call -> call.operation().startsWith("SendTask")).toList();
    assertEquals(
        List.of("SendTaskHeartbeat", "SendTaskHeartbeat"),
        told.stream().map(Fault.Call::operation).toList());
    assertTrue(told.get(0).body().contains("\"taskToken\":\"one\""), told.get(0).body());
    assertEquals("one", waiting().get("token").s());
    assertTrue(!waiting().containsKey("answered"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TaskTimedOut", "TaskDoesNotExist", "InvalidToken"})
  @DisplayName("what waits no more is a problem like a late answer's, and is not held any longer")
  void over(String error) throws Exception {
    waits("x-1", "one", entered, ",\"heartbeat\":600");
    Instant until = until();
    gone = error;
    clock.move(Duration.ofMinutes(30));
    Answer answer = send(keeping(), beat());
    assertEquals(409, answer.status());
    assertEquals("not-waiting", answer.text("code"));
    assertEquals("application/problem+json", answer.header("content-type"));
    assertEquals(until, until());
  }

  @Test
  @DisplayName("what nobody has asked for is not there")
  void unknown() throws Exception {
    Answer answer = send(keeping(), beat());
    assertEquals(404, answer.status());
    assertEquals("not-found", answer.text("code"));
    assertEquals(0, cloud.calls.stream().filter(c -> c.operation().startsWith("Send")).count());
  }

  @Test
  @DisplayName("who may not answer may not keep it waiting either")
  void notAllowed() throws Exception {
    waits("x-1", "one", entered, ",\"heartbeat\":600");
    RequestStreamHandler route =
        RouteFunction.of(
            RouteDefinition.named("keep")
                .onlyFor("payoutId", "payout")
                .allowing("role", "bank")
                .keeps("payout", "ask", "payoutId"),
            cloud.runtime(clock, Map.of()));
    assertEquals(403, send(route, beat().claim("payout", "p#1")).status());
    assertEquals(403, send(route, beat().claim("payout", "p#1").claim("role", "clerk")).status());
    assertEquals(404, send(route, beat().claim("payout", "p#2").claim("role", "bank")).status());
    assertEquals(0, cloud.calls.stream().filter(c -> c.operation().startsWith("Send")).count());
    Request allowed = beat().claim("payout", "p#1").claim("role", "[clerk bank]");
    assertEquals(200, send(route, allowed).status());
  }

  @Test
  @DisplayName("the name of an answer is its own while it is heard of, and free after a silence")
  void name() throws Exception {
    waits("x-1", "one", entered, ",\"heartbeat\":600");
    clock.move(Duration.ofMinutes(9));
    send(keeping(), beat());
    // Later than the first heartbeat would have lasted.
    assertThrows(Refused.class, () -> waits("x-2", "two", entered.plusSeconds(1_000), ""));
    assertEquals("one", waiting().get("token").s());
    waits("x-2", "two", entered.plusSeconds(9 * 60 + 661), "");
    assertEquals("two", waiting().get("token").s());
  }

  @Test
  @DisplayName("a step never holds its name for longer than it waits at all")
  void patience() throws Exception {
    waits("x-1", "one", entered, ",\"heartbeat\":86399");
    assertEquals(entered.plusSeconds(86_400), until());
  }

  @Test
  @DisplayName(
      "an execution that began before its saga had heartbeats is told, and changes nothing")
  void olderDeployment() throws Exception {
    waits("x-1", "one", entered, "");
    Answer answer = send(keeping(), beat());
    assertEquals(200, answer.status());
    assertEquals("{\"outcome\":\"kept\"}", answer.body());
    assertEquals(entered.plusSeconds(86_400), until());
  }

  @Test
  @DisplayName("a report that did not reach the table is 503, and the same one may be repeated")
  void storeDown() throws Exception {
    waits("x-1", "one", entered, ",\"heartbeat\":600");
    cloud.faults.add(call -> call.operation().equals("UpdateItem") ? Fault.internalError() : null);
    RequestStreamHandler route = keeping();
    assertEquals(503, send(route, beat()).status());
    cloud.faults.remove(1);
    assertEquals(200, send(route, beat()).status());
  }

  private void waits(String execution, String token, Instant entered, String more)
      throws IOException {
    String input =
        ("{\"saga\":\"payout\",\"step\":\"ask\",\"direction\":\"do\",\"event\":%s,\"execution\":\"%s\","
                + "\"reference\":\"p#1\",\"token\":\"%s\",\"entered\":\"%s\",\"retry\":0,"
                + "\"patience\":86400%s}")
            .formatted(
                detail(
                    "deposit-received.v2",
                    "urn:eventwright:arcade:deposit-received:2.0",
                    "e-" + execution,
                    data("p-1", 5)),
                execution,
                token,
                entered,
                more);
    Payloads.invoke(
        SagaStepFunction.of(
            WorkerDefinition.named("ask", Sample.DEPOSIT_V2, Sample.WALLETS)
                .keyedBy(event -> event.data().player())
                .decidedBy((event, wallet) -> Decision.next(wallet.orElse(new Wallet(0)))),
            cloud.runtime(clock, Map.of())),
        input.getBytes(StandardCharsets.UTF_8),
        TestContext.of(60_000));
  }

  private Instant until() {
    return Instant.ofEpochSecond(Long.parseLong(waiting().get("until").n()));
  }

  private Map<String, AttributeValue> waiting() {
    return cloud
        .runtime()
        .clients()
        .dynamoDb()
        .getItem(
            get ->
                get.tableName(cloud.runtime().settings().controlTable())
                    .key(Map.of("pk", AttributeValue.fromS("callback#payout#ask#p#1"))))
        .item();
  }
}
