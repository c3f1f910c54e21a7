package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.data;
import static io.eventwright.runtime.testing.Payloads.detail;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.function.SagaStepFunction;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.saga.Refused;
import io.eventwright.runtime.saga.StepRejected;
import io.eventwright.runtime.saga.StepUnavailable;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Wallet;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What all runs of a saga are told of a step, when one of them does not know how it went. */
class SagaSettleTest {
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

  private static String run(RequestStreamHandler handler, String direction) throws IOException {
    return run(handler, direction, EVENT);
  }

  private static String run(RequestStreamHandler handler, String direction, String event)
      throws IOException {
    String input =
        """
        {"saga":"purchase","execution":"e-1","step":"credit-wallet","direction":"%s","event":%s}\
        """
            .formatted(direction, event);
    return Payloads.invoke(handler, input.getBytes(StandardCharsets.UTF_8), TestContext.of(60_000));
  }

  private EntityState<Wallet> wallet() {
    return cloud.runtime().entities(Sample.WALLETS).current("p-1");
  }

  private RequestStreamHandler step() {
    return SagaStepFunction.of(Sample.creditWallet(), cloud.runtime());
  }

  @Test
  @DisplayName("row 40: a step whose answer was lost is settled by the answer that it gave")
  void tookEffect() throws Exception {
    String done = run(step(), "do");
    assertEquals(done, run(step(), "settle"));
    assertEquals(done, run(step(), "settle"), "and to everybody else");
    assertEquals(1, wallet().version());
  }

  @Test
  @DisplayName("row 40: with what a saga keeps of it")
  void returned() throws Exception {
    RequestStreamHandler step =
        SagaStepFunction.returning(Sample.creditWallet(), Sample.CREDITED, cloud.runtime());
    String done = run(step, "do");
    assertTrue(done.contains("\"returned\":{"), done);
    assertEquals(done, run(step, "settle"));
  }

  @Test
  @DisplayName("row 40: a step that did not happen is refused once it is settled, to everybody")
  void didNotHappen() {
    for (String direction : List.of("settle", "settle", "do")) {
      Refused refused = assertThrows(Refused.class, () -> run(step(), direction));
      assertEquals("undone", refused.code());
    }
    assertEquals(0, wallet().version());
  }

  @Test
  @DisplayName("row 40: a refusal whose answer was lost is settled as that refusal")
  void refused() {
    RequestStreamHandler step =
        SagaStepFunction.of(
            WorkerDefinition.named("charge-wallet", Sample.DEPOSIT_V2, Sample.WALLETS)
                .keyedBy(event -> event.data().player())
                .decidedBy((event, wallet) -> Decision.refuse("insufficient-funds", "too little")),
            cloud.runtime());
    assertThrows(Refused.class, () -> run(step, "do"));
    assertEquals(
        "insufficient-funds", assertThrows(Refused.class, () -> run(step, "settle")).code());
  }

  @Test
  @DisplayName(
      "row 40: who throws a refusal instead of deciding on one has failed, and may be undone")
  void thrown() {
    RequestStreamHandler step =
        SagaStepFunction.of(
            WorkerDefinition.named("charge-wallet", Sample.DEPOSIT_V2, Sample.WALLETS)
                .keyedBy(event -> event.data().player())
                .decidedBy(
                    (event, wallet) -> {
                      throw new Refused("insufficient-funds", "too little");
                    }),
            cloud.runtime());
    assertThrows(IllegalStateException.class, () -> run(step, "do"));
    assertEquals("undone", assertThrows(Refused.class, () -> run(step, "settle")).code());
  }

  @Test
  @DisplayName("row 40: what was settled as not happened and had called outside is undone there")
  void calledOutside() throws Exception {
    List<String> calls = new ArrayList<>();
    RequestStreamHandler step =
        caller(
            "charge",
            () -> {
              calls.add("charge");
              throw new IllegalStateException("no answer");
            });
    RequestStreamHandler undo = caller("refund", () -> calls.add("refund"));
    assertThrows(Exception.class, () -> run(step, "do"));
    assertThrows(Refused.class, () -> run(step, "settle"));
    run(undo, "undo");
    run(undo, "undo");
    assertEquals(List.of("charge", "refund"), calls.stream().distinct().toList());
    assertEquals(1, calls.stream().filter("refund"::equals).count(), "undone once");
  }

  @Test
  @DisplayName("row 40: a step that another run is within a call of is settled when that is over")
  void withinItsCall() throws Exception {
    List<Exception> meanwhile = new ArrayList<>();
    List<RequestStreamHandler> itself = new ArrayList<>();
    itself.add(
        caller(
            "charge",
            () ->
                meanwhile.add(
                    assertThrows(StepUnavailable.class, () -> run(itself.get(0), "settle")))));
    String done = run(itself.get(0), "do");
    assertEquals(1, meanwhile.size());
    assertEquals(done, run(itself.get(0), "settle"), "it was well, and is not undone");
  }

  @Test
  @DisplayName("row 40: a step whose instance was killed in a call is settled after its lease")
  void killedInItsCall() throws Exception {
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(71));
    Runnable gateway =
        () -> {
          throw new InternalError("killed");
        };
    assertThrows(InternalError.class, () -> run(caller("charge", gateway), "do"));
    assertThrows(StepUnavailable.class, () -> run(caller("charge", gateway), "settle"));
    RequestStreamHandler step = caller("charge", gateway, cloud.runtime(later, Map.of()));
    assertEquals("undone", assertThrows(Refused.class, () -> run(step, "settle")).code());
    List<String> calls = new ArrayList<>();
    run(caller("refund", () -> calls.add("refund"), cloud.runtime(later, Map.of())), "undo");
    assertEquals(List.of("refund"), calls, "it may have happened outside");
  }

  /** Calls a gateway, then decides. */
  private RequestStreamHandler caller(String name, Runnable gateway) {
    return caller(name, gateway, cloud.runtime());
  }

  private RequestStreamHandler caller(String name, Runnable gateway, SystemRuntime runtime) {
    return SagaStepFunction.of(
        WorkerDefinition.named(name, Sample.DEPOSIT_V2)
            .using(DependencySettings.of("gateway", Duration.ofSeconds(20)))
            .decidedUsing(
                (event, state, dependencies) -> {
                  dependencies
                      .named("gateway")
                      .call(
                          () -> {
                            gateway.run();
                            return "";
                          });
                  return Decision.<Void>unchanged();
                }),
        runtime);
  }

  @Test
  @DisplayName(
      "row 40: a step that never returns what it should is refused to everybody, and undone")
  void returnsNothing() throws Exception {
    RequestStreamHandler silent =
        SagaStepFunction.returning(
            WorkerDefinition.named("credit-wallet", Sample.DEPOSIT_V2, Sample.WALLETS)
                .keyedBy(event -> event.data().player())
                .decidedBy((event, wallet) -> Decision.next(new Wallet(7))),
            Sample.CREDITED,
            cloud.runtime());
    assertThrows(IllegalStateException.class, () -> run(silent, "do"));
    assertEquals(
        "nothing-returned", assertThrows(Refused.class, () -> run(silent, "settle")).code());
    RequestStreamHandler undo =
        SagaStepFunction.of(
            WorkerDefinition.named("debit-wallet", Sample.DEPOSIT_V2, Sample.WALLETS)
                .keyedBy(event -> event.data().player())
                .decidedBy((event, wallet) -> Decision.next(new Wallet(0))),
            cloud.runtime());
    run(undo, "undo");
    assertEquals(0, wallet().state().orElseThrow().balance());
    assertEquals(2, wallet().version());
  }

  @Test
  @DisplayName("row 40: another event of the same id settles nothing")
  void anotherPayload() throws Exception {
    String done = run(step(), "do");
    assertThrows(
        StepRejected.class,
        () -> run(step(), "settle", EVENT.replace(data("p-1", 5), data("p-1", 6))));
    assertEquals(done, run(step(), "settle"));
  }
}
