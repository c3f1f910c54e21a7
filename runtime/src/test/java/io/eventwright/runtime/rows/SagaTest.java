package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.data;
import static io.eventwright.runtime.testing.Payloads.detail;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.function.SagaEndFunction;
import io.eventwright.runtime.function.SagaStepFunction;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.inbox.InboxRow;
import io.eventwright.runtime.log.OutboxEvent;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.saga.Refused;
import io.eventwright.runtime.saga.SagaDefinition;
import io.eventwright.runtime.saga.StepRejected;
import io.eventwright.runtime.saga.StepUnavailable;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Amount;
import io.eventwright.runtime.testing.Sample.Wallet;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.Emission;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

class SagaTest {
  private static final String EVENT =
      detail(
          "deposit-received.v2",
          "urn:eventwright:arcade:deposit-received:2.0",
          "e-1",
          data("p-1", 5));
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private RequestStreamHandler step() {
    return SagaStepFunction.of(Sample.creditWallet(), cloud.runtime());
  }

  /** Takes the amount back. */
  private RequestStreamHandler undo() {
    return SagaStepFunction.of(
        WorkerDefinition.named("debit-wallet", Sample.DEPOSIT_V2, Sample.WALLETS)
            .keyedBy(event -> event.data().player())
            .decidedBy(
                (event, wallet) ->
                    Decision.next(
                        new Wallet(
                            wallet.orElse(new Wallet(0)).balance() - event.data().amount()))),
        cloud.runtime());
  }

  private RequestStreamHandler end() {
    return SagaEndFunction.of(
        SagaDefinition.named("purchase", Sample.DEPOSIT_V2)
            .done(Sample.CREDITED, event -> event.data())
            .undone(
                Sample.CREDITED,
                (event, failure) ->
                    new Amount(failure.step() + "|" + failure.code() + "|" + failure.reason(), 0))
            .build(),
        cloud.runtime());
  }

  private static String run(RequestStreamHandler handler, String direction, String event)
      throws IOException {
    return run(handler, direction, event, "credit-wallet");
  }

  private static String run(
      RequestStreamHandler handler, String direction, String event, String step)
      throws IOException {
    String input =
        """
        {"saga":"purchase","execution":"x-1","step":"%s","direction":"%s","event":%s}\
        """
            .formatted(step, direction, event);
    return invoke(handler, input);
  }

  private static String invoke(RequestStreamHandler handler, String input) throws IOException {
    return Payloads.invoke(
        handler, input.getBytes(StandardCharsets.UTF_8), TestContext.of(180_000));
  }

  private EntityState<Wallet> wallet() {
    return cloud.runtime().entities(Sample.WALLETS).current("p-1");
  }

  @Test
  @DisplayName("row 40: a step that is retried has one effect and the same answer")
  void retriedStep() throws Exception {
    assertEquals("{\"outcome\":\"applied\",\"version\":1}", run(step(), "do", EVENT));
    assertEquals("{\"outcome\":\"applied\",\"version\":1}", run(step(), "do", EVENT));
    assertEquals(new EntityState<>("p-1", 1, new Wallet(5)), wallet());
  }

  @Test
  @DisplayName("row 40: a compensation takes back what was done, once")
  void compensation() throws Exception {
    run(step(), "do", EVENT);
    assertEquals("{\"outcome\":\"applied\",\"version\":2}", run(undo(), "undo", EVENT));
    assertEquals("{\"outcome\":\"applied\",\"version\":2}", run(undo(), "undo", EVENT));
    assertEquals(new EntityState<>("p-1", 2, new Wallet(0)), wallet());
  }

  @Test
  @DisplayName("row 40: the undo of a step that did not happen does nothing, and closes the step")
  void undoneBefore() throws Exception {
    assertEquals("{\"outcome\":\"unchanged\",\"version\":0}", run(undo(), "undo", EVENT));
    Refused late = assertThrows(Refused.class, () -> run(step(), "do", EVENT));
    assertEquals("undone", late.code());
    assertEquals(0, wallet().version());
  }

  /** Calls a gateway, then decides; as a step and as its undo. */
  private RequestStreamHandler caller(String name, Callable<String> gateway) {
    return SagaStepFunction.of(
        WorkerDefinition.named(name, Sample.DEPOSIT_V2)
            .using(DependencySettings.of("gateway", Duration.ofSeconds(60)))
            .decidedUsing(
                (event, state, dependencies) -> {
                  dependencies.named("gateway").call(gateway);
                  return Decision.<Void>unchanged();
                }),
        cloud.runtime());
  }

  @Test
  @DisplayName("row 40: what a step did, and its calls, are remembered longer than a saga can wait")
  void remembered() throws Exception {
    Instant aYearOn = Instant.now().plus(Duration.ofDays(366));
    run(step(), "do", EVENT);
    run(undo(), "undo", EVENT);
    run(caller("charge", () -> ""), "do", EVENT.replace("e-1", "e-2"), "charge");
    run(caller("refund", () -> ""), "undo", EVENT.replace("e-1", "e-3"), "closed");
    for (String step :
        List.of("credit-wallet#do", "credit-wallet#undo", "charge#do", "closed#do")) {
      InboxRow row = cloud.runtime().commits().inbox().find("purchase#x-1#" + step).orElseThrow();
      assertTrue(row.expires().isAfter(aYearOn), () -> row.toString());
    }
    for (String lease : List.of("charge#do", "closed#do")) {
      String ttl = control("lease#purchase#x-1#" + lease).get("ttl").n();
      assertTrue(Instant.ofEpochSecond(Long.parseLong(ttl)).isAfter(aYearOn), lease + " " + ttl);
    }
  }

  @Test
  @DisplayName(
      "row 40: what undoes a service's step does nothing when that never began, and closes it")
  void undoOfAService() throws Exception {
    String input =
        """
        {"saga":"purchase","execution":"x-1","step":"tell-undo","of":"tell","direction":"do",\
        "event":%s}\
        """
            .formatted(EVENT);
    for (int i = 0; i < 2; i++) {
      assertEquals("{\"outcome\":\"unchanged\",\"version\":0}", invoke(step(), input));
    }
    assertEquals(0, wallet().version());
    assertThrows(ConditionalCheckFailedException.class, () -> begin("tell"));

    begin("warn");
    String warned = input.replace("tell", "warn");
    for (int i = 0; i < 2; i++) {
      assertEquals("{\"outcome\":\"applied\",\"version\":1}", invoke(step(), warned));
    }
  }

  /** What a state machine writes before it calls a service. */
  private void begin(String step) {
    cloud
        .runtime()
        .clients()
        .dynamoDb()
        .putItem(
            put ->
                put.tableName(cloud.runtime().settings().inboxTable())
                    .item(
                        Map.of(
                            "pk", AttributeValue.fromS("purchase#x-1#" + step + "#do"),
                            "payload", AttributeValue.fromS("begun/service"),
                            "outcome", AttributeValue.fromS("APPLIED"),
                            "version", AttributeValue.fromN("0"),
                            "token", AttributeValue.fromS("x-1"),
                            "at", AttributeValue.fromS("2026-01-01T00:00:00.000Z"),
                            "ttl", AttributeValue.fromN("4000000000")))
                    .conditionExpression("attribute_not_exists(pk) OR #token = :me")
                    .expressionAttributeNames(Map.of("#token", "token"))
                    .expressionAttributeValues(Map.of(":me", AttributeValue.fromS("x-1"))));
  }

  @Test
  @DisplayName("a worker without an entity publishes for each step and item that it serves")
  void publishesForEach() throws Exception {
    RequestStreamHandler teller =
        SagaStepFunction.of(
            WorkerDefinition.named("teller", Sample.DEPOSIT_V2)
                .emits(Sample.CREDITED)
                .decidedBy(
                    (event, none) ->
                        Decision.publish(new Emission<>(Sample.CREDITED, event.data()))),
            cloud.runtime());
    for (String step : List.of("tell/0", "tell/1", "tell-again", "tell/0")) {
      assertEquals("{\"outcome\":\"applied\",\"version\":1}", run(teller, "do", EVENT, step), step);
    }
    assertEquals(
        "worker-teller/purchase/x-1/tell/1/do",
        cloud
            .runtime()
            .log()
            .latest("worker-teller#purchase/x-1/tell/1/do")
            .orElseThrow()
            .events()
            .get(0)
            .envelope()
            .subject());
  }

  private Map<String, AttributeValue> control(String key) {
    return cloud
        .runtime()
        .clients()
        .dynamoDb()
        .getItem(
            get ->
                get.tableName(cloud.runtime().settings().controlTable())
                    .key(Map.of("pk", AttributeValue.fromS(key))))
        .item();
  }

  @Test
  @DisplayName("a refusal is an error that a state machine catches by name, each time")
  void refusal() {
    String unlucky = EVENT.replace("\"amount\":5", "\"amount\":13");
    for (int i = 0; i < 2; i++) {
      Refused refused = assertThrows(Refused.class, () -> run(step(), "do", unlucky));
      assertEquals("unlucky: 13 is not taken", refused.getMessage());
    }
    assertEquals(Refused.ERROR_NAME, Refused.class.getName());
    assertEquals(StepRejected.ERROR_NAME, StepRejected.class.getName());
    assertEquals(StepUnavailable.ERROR_NAME, StepUnavailable.class.getName());
  }

  @Test
  @DisplayName("what can never be taken and what cannot be done now are told apart")
  void rejectedOrUnavailable() {
    StepRejected rejected =
        assertThrows(
            StepRejected.class,
            () -> run(step(), "do", EVENT.replace("\"amount\":5", "\"amount\":-5")));
    assertTrue(String.valueOf(rejected.getMessage()).startsWith("schema-violated: "));
    assertThrows(StepRejected.class, () -> run(step(), "sideways", EVENT));
    assertThrows(StepRejected.class, () -> invoke(step(), "[]"));
    assertThrows(StepRejected.class, () -> invoke(step(), "{"));
    cloud.faults.add(Fault.times(99, "TransactWriteItems", Fault.internalError()));
    assertThrows(StepUnavailable.class, () -> run(step(), "do", EVENT));
  }

  @Test
  @DisplayName(
      "the end is the only version of an entity of its own, whose event says what happened")
  void end_() throws Exception {
    String done =
        """
        {"saga":"purchase","execution":"x-1","event":%s,"outcome":"done"}\
        """
            .formatted(EVENT);
    assertEquals("{\"outcome\":\"applied\",\"version\":1}", invoke(end(), done));
    assertEquals("{\"outcome\":\"applied\",\"version\":1}", invoke(end(), done));

    VersionRow row = cloud.runtime().log().latest("saga-purchase#x-1").orElseThrow();
    assertEquals(1, row.version());
    OutboxEvent event = row.events().get(0);
    assertEquals("saga-purchase/x-1", event.envelope().subject());
    assertEquals("e-1", event.envelope().causationid());
    assertEquals(data("p-1", 5), event.data());
  }

  @Test
  @DisplayName(
      "the end of an undone saga knows step, code and reason, as Step Functions hands them on")
  void undone() throws Exception {
    String undone =
        """
        {"saga":"purchase","execution":"x-1","event":%s,"outcome":"undone","failure":{\
        "step":"charge-wallet","error":"io.eventwright.runtime.saga.Refused",\
        "cause":"{\\"errorMessage\\":\\"insufficient-funds: holds 3\\",\\"errorType\\":\\"x\\"}"}}\
        """
            .formatted(EVENT);
    invoke(end(), undone);
    assertEquals(
        data("charge-wallet|insufficient-funds|holds 3", 0),
        cloud.runtime().log().latest("saga-purchase#x-1").orElseThrow().events().get(0).data());
    String timedOut =
        undone.replaceAll(
            "\"failure\":.*", "\"failure\":{\"step\":\"s\",\"error\":\"States.Timeout\"}}");
    invoke(end(), timedOut.replace("x-1", "x-2"));
    assertEquals(
        data("s|States.Timeout|", 0),
        cloud.runtime().log().latest("saga-purchase#x-2").orElseThrow().events().get(0).data());
  }
}
