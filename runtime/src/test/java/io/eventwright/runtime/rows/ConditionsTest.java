package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.condition.Condition;
import io.eventwright.runtime.condition.Declared;
import io.eventwright.runtime.condition.Test;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.function.SagaStepFunction;
import io.eventwright.runtime.inbox.InboxRow;
import io.eventwright.runtime.inbox.InboxRow.Outcome;
import io.eventwright.runtime.saga.Refused;
import io.eventwright.runtime.saga.StepRejected;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Amount;
import io.eventwright.runtime.testing.Sample.Wallet;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.Emission;
import io.eventwright.runtime.worker.WorkerDefinition;
import io.eventwright.runtime.worker.WorkerDefinitionBuilder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

class ConditionsTest {
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  /** Takes an amount out of a wallet that begins with ten. */
  private static WorkerDefinitionBuilder<Amount, Wallet> spend() {
    return WorkerDefinition.named("spend", Sample.DEPOSIT_V2, Sample.WALLETS)
        .upcasting(Sample.DEPOSIT_V1, old -> new Amount(old.player(), old.amount() * 100))
        .keyedBy(event -> event.data().player())
        .emits(Sample.CREDITED);
  }

  private static WorkerDefinition<Amount, Wallet> decided(
      WorkerDefinitionBuilder<Amount, Wallet> worker) {
    return worker.decidedBy(
        (event, wallet) ->
            Decision.next(
                new Wallet(wallet.orElse(new Wallet(10)).balance() - event.data().amount()),
                new Emission<>(Sample.CREDITED, event.data())));
  }

  private static BigDecimal number(long value) {
    return BigDecimal.valueOf(value);
  }

  private EntityState<Wallet> wallet() {
    return cloud.runtime().entities(Sample.WALLETS).current("p-1");
  }

  private InboxRow decision(String id) {
    return cloud.runtime().commits().inbox().find("spend#arcade#" + id).orElseThrow();
  }

  private List<String> run(WorkerDefinition<Amount, Wallet> worker, String... bodies)
      throws Exception {
    RequestStreamHandler handler = QueueFunction.of(worker, cloud.runtime());
    return failures(handler, batch(bodies));
  }

  private boolean untouched() {
    return List.of("EVENTWRIGHT_LOG_TABLE", "EVENTWRIGHT_INBOX_TABLE").stream()
        .map(variable -> String.valueOf(cloud.variables().get(variable)))
        .map(table -> cloud.runtime().clients().dynamoDb().scan(scan -> scan.tableName(table)))
        .allMatch((ScanResponse answer) -> answer.items().isEmpty());
  }

  @org.junit.jupiter.api.Test
  @DisplayName("a precondition that does not hold is a refusal with its code, recorded for good")
  void precondition() throws Exception {
    WorkerDefinition<Amount, Wallet> worker =
        decided(
            spend()
                .requiring(
                    Declared.condition("small", "event.data.amount is <= 5")
                        .where(List.of("event", "data", "amount"), Test.number("<=", number(5)))));
    assertEquals(List.of(), run(worker, deposit("e-1", "p-1", 6), deposit("e-2", "p-1", 5)));
    InboxRow refused = decision("e-1");
    assertEquals(Outcome.REFUSED, refused.outcome());
    assertEquals("small", refused.code());
    assertEquals("it must hold: event.data.amount is <= 5", refused.reason());
    assertEquals(new EntityState<>("p-1", 1, new Wallet(5)), wallet());
    assertEquals(List.of(), run(worker, deposit("e-1", "p-1", 6)));
    assertEquals(1, wallet().version(), "the refusal stands");
    assertTrue(cloud.lines().contains("\"reason\":\"small\""), cloud.lines());
  }

  @org.junit.jupiter.api.Test
  @DisplayName("preconditions see the state, the envelope, and the event upcast")
  void everyRoot() throws Exception {
    WorkerDefinition<Amount, Wallet> once =
        decided(
            spend()
                .requiring(
                    Declared.condition("new-wallet", "state is not there")
                        .where(List.of("state", "balance"), Test.exists(false)))
                .requiring(
                    Declared.condition("ours", "event.source is arcade")
                        .where(List.of("event", "source"), Test.is("arcade")))
                .requiring(
                    Declared.condition("hundredths", "event.data.amount is = 200")
                        .where(
                            List.of("event", "data", "amount"),
                            Test.is(number(5)),
                            Test.is(number(200)))));
    run(once, deposit("e-1", "p-1", 5), deposit("e-2", "p-1", 5));
    assertEquals(Outcome.APPLIED, decision("e-1").outcome());
    assertEquals("new-wallet", decision("e-2").code());
    String older = Payloads.event("deposit-received.v1", "1.0", "e-3", Payloads.data("p-2", 2));
    run(once, older.replace("p-1", "p-2"));
    assertTrue(
        cloud.quarantined().get(0).contains("decision-invalid"),
        "it was asked after the upcast, so that the decision came, which is too much");
  }

  @org.junit.jupiter.api.Test
  @DisplayName("a precondition in Java has its own code, and is asked again on a newer state")
  void inJava() throws Exception {
    WorkerDefinition<Amount, Wallet> worker =
        decided(
            spend()
                .requiring(
                    (event, wallet) ->
                        Condition.that(
                            wallet.orElse(new Wallet(10)).balance() >= event.data().amount(),
                            "insufficient-funds",
                            "the wallet holds less")));
    run(worker, deposit("e-1", "p-1", 7), deposit("e-2", "p-1", 7));
    assertEquals(Outcome.APPLIED, decision("e-1").outcome());
    assertEquals("insufficient-funds", decision("e-2").code());
  }

  @org.junit.jupiter.api.Test
  @DisplayName("a postcondition that fails leaves no trace in the tables, and quarantines")
  void postcondition() throws Exception {
    WorkerDefinition<Amount, Wallet> declared =
        decided(
            spend()
                .ensuring(
                    Declared.condition("never-below-4", "next.balance is >= 4")
                        .where(List.of("next", "balance"), Test.number(">=", number(4)))));
    assertEquals(List.of(), run(declared, deposit("e-1", "p-1", 7)));
    assertTrue(untouched());
    assertTrue(cloud.quarantined().get(0).contains("\"reason\":\"postcondition-failed\""));
    assertTrue(cloud.quarantined().get(0).contains("spend breaks never-below-4"));
    assertTrue(cloud.lines().contains("\"Quarantined-postcondition-failed\":1"), cloud.lines());

    WorkerDefinition<Amount, Wallet> inJava =
        decided(
            spend()
                .ensuring(
                    (event, before, next) ->
                        Condition.that(
                            next.balance() + event.data().amount()
                                == before.orElse(new Wallet(11)).balance(),
                            "balanced",
                            "nothing comes from nowhere")));
    assertEquals(List.of(), run(inJava, deposit("e-2", "p-1", 7)));
    assertTrue(untouched());
    assertTrue(cloud.quarantined().get(1).contains("spend breaks balanced"));

    // Mended, the same event goes through.
    assertEquals(List.of(), run(decided(spend()), deposit("e-1", "p-1", 7)));
    assertEquals(new EntityState<>("p-1", 1, new Wallet(3)), wallet());
  }

  @org.junit.jupiter.api.Test
  @DisplayName("a saga's step is refused by a precondition and rejected by a postcondition")
  void inSaga() {
    RequestStreamHandler refusing =
        SagaStepFunction.of(
            decided(
                spend()
                    .requiring(
                        (event, wallet) -> Condition.broken("closed", "the shop is closed"))),
            cloud.runtime());
    RequestStreamHandler wrong =
        SagaStepFunction.of(
            decided(spend().ensuring((event, wallet, next) -> Condition.broken("w", "wrong"))),
            cloud.runtime());
    Refused refused = Assertions.assertThrows(Refused.class, () -> step(refusing, "x-1"));
    assertEquals("closed: the shop is closed", refused.getMessage());
    StepRejected rejected = Assertions.assertThrows(StepRejected.class, () -> step(wrong, "x-2"));
    assertEquals("postcondition-failed: spend breaks w: wrong", rejected.getMessage());
    assertEquals(0, wallet().version());
  }

  private static void step(RequestStreamHandler handler, String execution) throws Exception {
    String event =
        Payloads.detail(
            "deposit-received.v2",
            "urn:eventwright:arcade:deposit-received:2.0",
            "e-1",
            Payloads.data("p-1", 1));
    String input =
        """
        {"saga":"buy","execution":"%s","step":"spend","direction":"do","event":%s}"""
            .formatted(execution, event);
    Payloads.invoke(handler, input.getBytes(StandardCharsets.UTF_8), TestContext.of(60_000));
  }
}
