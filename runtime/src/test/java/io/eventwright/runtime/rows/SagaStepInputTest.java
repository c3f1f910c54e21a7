package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.data;
import static io.eventwright.runtime.testing.Payloads.detail;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.function.SagaEndFunction;
import io.eventwright.runtime.function.SagaStepFunction;
import io.eventwright.runtime.saga.Refused;
import io.eventwright.runtime.saga.SagaDefinition;
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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a step is given beside the event, and what it gives back. */
class SagaStepInputTest {
  /** Of a type that the worker does not take: it takes a record of its own. */
  private static final String EVENT =
      detail("season-closed.v1", "urn:eventwright:arcade:season-closed:1.0", "e-1", "{}");

  private static final String INPUT =
      """
      {"type":"deposit-received.v2","dataschema":"urn:eventwright:arcade:deposit-received:2.0",\
      "data":%s}\
      """
          .formatted(data("p-1", 5));

  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  /** Credits the amount, and emits what it credited. */
  private WorkerDefinition<Amount, Wallet> worker() {
    return WorkerDefinition.named("credit-wallet", Sample.DEPOSIT_V2, Sample.WALLETS)
        .keyedBy(event -> event.data().player())
        .emits(Sample.CREDITED)
        .decidedBy(
            (event, wallet) ->
                event.data().amount() == 7
                    ? Decision.next(wallet.orElse(new Wallet(0)))
                    : Decision.next(
                        new Wallet(wallet.orElse(new Wallet(0)).balance() + event.data().amount()),
                        new Emission<>(Sample.CREDITED, event.data())));
  }

  private RequestStreamHandler step() {
    return SagaStepFunction.returning(worker(), Sample.CREDITED, cloud.runtime());
  }

  private static String run(RequestStreamHandler handler, String rest) throws IOException {
    String input =
        """
        {"saga":"payout","step":"pay/3","direction":"do","event":%s,%s%s}\
        """
            .formatted(EVENT, rest, rest.contains("execution") ? "" : ",\"execution\":\"x-1\"");
    return Payloads.invoke(handler, input.getBytes(StandardCharsets.UTF_8), TestContext.of(60_000));
  }

  @Test
  @DisplayName("a record of its own reaches the worker in the envelope of the saga's event")
  void input() throws Exception {
    String answer = "{\"outcome\":\"applied\",\"version\":1,\"returned\":" + data("p-1", 5) + "}";
    assertEquals(answer, run(step(), "\"input\":" + INPUT));
    // However often it is asked, it returns what it returned.
    assertEquals(answer, run(step(), "\"input\":" + INPUT));
    assertEquals(
        5, cloud.runtime().entities(Sample.WALLETS).current("p-1").orElse(new Wallet(0)).balance());
    assertEquals(
        "e-1",
        cloud
            .runtime()
            .log()
            .latest("wallet#p-1")
            .orElseThrow()
            .events()
            .get(0)
            .envelope()
            .causationid());
  }

  @Test
  @DisplayName("without the record the event is not what the worker takes")
  void noInput() {
    assertThrows(StepRejected.class, () -> run(step(), "\"other\":1"));
  }

  @Test
  @DisplayName("a step that returns nothing of what it should has failed, after its effect perhaps")
  void returnsNothing() {
    assertThrows(
        IllegalStateException.class,
        () -> run(step(), "\"input\":" + INPUT.replace("\"amount\":5", "\"amount\":7")));
  }

  @Test
  @DisplayName("the token of the latest attempt lies where an answer looks for it")
  void callback() throws Exception {
    for (String token : new String[] {"first", "second"}) {
      run(step(), "\"input\":" + INPUT + ",\"reference\":\"p#1\",\"token\":\"" + token + "\"");
    }
    Map<String, AttributeValue> row = waiting();
    assertEquals("second", row.get("token").s());
    assertEquals("x-1", row.get("execution").s());
    assertEquals("e-1", row.get("event").s());
  }

  @Test
  @DisplayName("an attempt that comes late takes nothing from the one that waits by now")
  void lateAttempt() throws Exception {
    String entered = "2026-01-01T00:00:00.000Z";
    waits("x-1", "second", entered, 1);
    waits("x-1", "first", entered, 0);
    assertEquals("second", waiting().get("token").s());
    waits("x-1", "after a person resumed it", "2026-01-01T05:00:00.000Z", 0);
    waits("x-1", "third", entered, 2);
    assertEquals("after a person resumed it", waiting().get("token").s());
  }

  @Test
  @DisplayName("a second execution cannot wait for an answer of the same name while the first does")
  void takenReference() throws Exception {
    waits("x-1", "one", "2026-01-01T00:00:00.000Z", 0);
    Refused refused =
        assertThrows(Refused.class, () -> waits("x-2", "two", "2026-01-01T00:30:00.000Z", 0));
    assertEquals("already-waited-for", refused.code());
    assertEquals("one", waiting().get("token").s());
    // The first has given up by now.
    waits("x-2", "two", "2026-01-01T01:00:01.000Z", 0);
    assertEquals("two", waiting().get("token").s());
  }

  private void waits(String execution, String token, String entered, int retry) throws Exception {
    run(
        step(),
        ("\"input\":%s,\"reference\":\"p#1\",\"token\":\"%s\",\"entered\":\"%s\",\"retry\":%d,"
                + "\"patience\":3600,\"execution\":\"%s\"")
            .formatted(INPUT, token, entered, retry, execution));
  }

  private Map<String, AttributeValue> waiting() {
    return cloud
        .runtime()
        .clients()
        .dynamoDb()
        .getItem(
            get ->
                get.tableName(cloud.runtime().settings().controlTable())
                    .key(Map.of("pk", AttributeValue.fromS("callback#payout#pay#p#1"))))
        .item();
  }

  @Test
  @DisplayName("the end of an undone saga knows what the state machine caught")
  void caught() throws Exception {
    RequestStreamHandler end =
        SagaEndFunction.of(
            SagaDefinition.named("payout", Sample.DEPOSIT_V2)
                .undone(
                    Sample.CREDITED,
                    (event, failure) ->
                        new Amount(
                            failure.step() + "|" + failure.code() + "|" + failure.reason(), 0))
                .build(),
            cloud.runtime());
    String event =
        detail(
            "deposit-received.v2",
            "urn:eventwright:arcade:deposit-received:2.0",
            "e-1",
            data("p-1", 5));
    String undone =
        """
        {"saga":"payout","execution":"x-1","event":%s,"outcome":"undone","failure":{"step":"approve",\
        "caught":{"Error":"io.eventwright.runtime.saga.Refused","Cause":"not-approved: a no"}}}\
        """
            .formatted(event);
    Payloads.invoke(end, undone.getBytes(StandardCharsets.UTF_8), TestContext.of(60_000));
    assertEquals(
        data("approve|not-approved|a no", 0),
        cloud.runtime().log().latest("saga-payout#x-1").orElseThrow().events().get(0).data());
  }
}
