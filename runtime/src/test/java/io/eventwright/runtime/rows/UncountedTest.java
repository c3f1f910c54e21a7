package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.function.SagaStepFunction;
import io.eventwright.runtime.function.StreamFunction;
import io.eventwright.runtime.guard.BreakerSettings;
import io.eventwright.runtime.guard.Declined;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.MovedClock;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Amount;
import io.eventwright.runtime.testing.StreamPayloads;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is no attempt at a message, and no failure of a dependency: none is held against either. */
class UncountedTest {
  private static final byte[] MESSAGE = batch(deposit("e-1", "p-1", 5));
  private static final Duration PATIENT = Duration.ofMinutes(1);
  private static final Duration OPEN = Duration.ofSeconds(30);

  /** Less than the time limit of a call, and yet time for everything else. */
  private static final int TOO_LITTLE = 50_000;

  private final MovedClock clock = new MovedClock();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger others = new AtomicInteger();
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  /** Calls one after the other; each breaker opens at its first failure. */
  private WorkerDefinition<Amount, Void> calling(
      Duration timeout, Callable<String> gateway, Callable<String> ledger) {
    BreakerSettings quick = BreakerSettings.of(50, 2, OPEN);
    return WorkerDefinition.named("settle", Sample.DEPOSIT_V2)
        .using(DependencySettings.of("gateway", timeout).withBreaker(quick))
        .using(DependencySettings.of("ledger", timeout).withBreaker(quick))
        .decidedUsing(
            (event, state, dependencies) -> {
              dependencies.named("gateway").call(gateway);
              dependencies.named("ledger").call(ledger);
              return Decision.unchanged();
            });
  }

  private RequestStreamHandler worker(
      Duration timeout, Callable<String> gateway, Callable<String> ledger) {
    return QueueFunction.of(calling(timeout, gateway, ledger), cloud.runtime(clock, Map.of()));
  }

  private String pay() {
    return "paid " + calls.incrementAndGet();
  }

  private String book() {
    return "booked " + others.incrementAndGet();
  }

  private static String fail() {
    throw new IllegalStateException("it is ill");
  }

  private List<Map<String, AttributeValue>> rows(String kind) {
    return cloud
        .runtime()
        .clients()
        .dynamoDb()
        .scan(scan -> scan.tableName(cloud.runtime().settings().controlTable()))
        .items()
        .stream()
        .filter(item -> item.get("pk").s().startsWith(kind))
        .toList();
  }

  @Test
  @DisplayName("row 35: of two dependencies the second one's open breaker is no attempt either")
  void secondIsOpen() throws Exception {
    AtomicInteger well = new AtomicInteger();
    RequestStreamHandler worker =
        worker(PATIENT, this::pay, () -> well.get() == 0 ? fail() : book());
    assertEquals(List.of("m-0"), failures(worker, batch(deposit("e-0", "p-1", 5))));
    for (int receive = 0; receive < 12; receive++) {
      assertEquals(List.of("m-0"), failures(worker, MESSAGE));
    }
    assertEquals(13, calls.get(), "the first one is called each time, with the same key");
    assertEquals(List.of(), cloud.deadLettered());

    well.set(1);
    clock.move(OPEN.plusSeconds(1));
    assertEquals(List.of(), failures(worker, MESSAGE));
    assertEquals(1, others.get());
    assertEquals(List.of(), cloud.deadLettered());
  }

  @Test
  @DisplayName("a call begins only with its whole time: what the invocation's end cuts is none")
  void noTimeForACall() throws Exception {
    RequestStreamHandler worker = worker(PATIENT, this::pay, this::book);
    for (int receive = 0; receive < 7; receive++) {
      assertEquals(List.of("m-0"), failures(worker, MESSAGE, new TestContext(() -> TOO_LITTLE)));
    }
    assertEquals(0, calls.get());
    assertEquals(List.of(), rows("breaker#"), "nothing is said of the dependency");
    assertEquals(List.of(), rows("lease#"));
    assertEquals(List.of(), cloud.deadLettered());
  }

  @Test
  @DisplayName("when counting took the time that the call needs, it is taken back")
  void countingWasSlow() throws Exception {
    AtomicInteger left = new AtomicInteger(180_000);
    cloud.faults.add(
        Fault.times(
            1,
            call -> call.operation().equals("UpdateItem") && call.body().contains("lease#"),
            new Fault.Action.Before(() -> left.set(TOO_LITTLE))));
    RequestStreamHandler worker = worker(PATIENT, this::pay, this::book);
    assertEquals(List.of("m-0"), failures(worker, MESSAGE, new TestContext(left::get)));
    assertEquals(0, calls.get());
    assertEquals("0", rows("lease#").get(0).get("attempt").n());
    assertEquals(List.of(), rows("breaker#"));
  }

  @Test
  @DisplayName("who uses up the time with a first call has had an attempt, and five are enough")
  void usesUpItsTime() throws Exception {
    AtomicInteger left = new AtomicInteger();
    RequestStreamHandler worker =
        worker(
            PATIENT,
            () -> {
              left.set(TOO_LITTLE);
              return pay();
            },
            this::book);
    for (int attempt = 1; attempt <= 5; attempt++) {
      left.set(180_000);
      assertEquals(List.of("m-0"), failures(worker, MESSAGE, new TestContext(left::get)));
    }
    left.set(180_000);
    assertEquals(List.of(), failures(worker, MESSAGE, new TestContext(left::get)));
    assertEquals(1, cloud.deadLettered().size());
    assertEquals(0, others.get());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -5})
  @DisplayName("row 19: no time left at the start: no lease is written, whatever calls the worker")
  void noTimeAtAll(int remaining) throws Exception {
    TestContext none = new TestContext(() -> remaining);
    WorkerDefinition<Amount, Void> settle = calling(PATIENT, this::pay, this::book);
    assertEquals(
        List.of("m-0"), failures(QueueFunction.of(settle, cloud.runtime()), MESSAGE, none));
    byte[] shard = StreamPayloads.batch(StreamPayloads.entries(deposit("e-1", "p-1", 5)));
    assertEquals(
        List.of(StreamPayloads.sequenceOf(0)),
        failures(StreamFunction.of(settle, cloud.runtime()), shard, none));
    String step =
        """
        {"saga":"purchase","execution":"x-1","step":"settle","direction":"do","event":%s}"""
            .formatted(
                Payloads.detail(
                    "deposit-received.v2",
                    "urn:eventwright:arcade:deposit-received:2.0",
                    "e-1",
                    Payloads.data("p-1", 5)));
    assertThrows(
        RuntimeException.class,
        () ->
            Payloads.invoke(
                SagaStepFunction.of(settle, cloud.runtime()),
                step.getBytes(StandardCharsets.UTF_8),
                none));
    assertEquals(0, calls.get());
    assertEquals(List.of(), rows("lease#"));
  }

  private static final class CardDeclined extends Declined {
    private static final long serialVersionUID = 1L;

    CardDeclined() {
      super("the card is declined");
    }
  }

  private static String decline() {
    throw new CardDeclined();
  }

  @Test
  @DisplayName("a dependency that says no is well: one call, no failure, and the worker decides")
  void declined() throws Exception {
    RequestStreamHandler worker =
        QueueFunction.of(
            WorkerDefinition.named("settle", Sample.DEPOSIT_V2)
                .using(
                    DependencySettings.of("gateway", PATIENT)
                        .withBreaker(BreakerSettings.of(50, 2, OPEN)))
                .decidedUsing(
                    (event, state, dependencies) -> {
                      try {
                        dependencies.named("gateway").call(() -> pay() + decline());
                        return Decision.<Void>unchanged();
                      } catch (CardDeclined no) {
                        return Decision.refuse("declined", String.valueOf(no.getMessage()));
                      }
                    }),
            cloud.runtime(clock, Map.of()));
    for (int i = 0; i < 4; i++) {
      assertEquals(List.of(), failures(worker, batch(deposit("e-" + i, "p-1", 5))));
    }
    assertEquals(4, calls.get(), "once each, and the breaker stays closed");
    assertEquals(List.of(), rows("breaker#"));
    assertTrue(cloud.lines().contains("\"outcome\":\"refused\""), cloud.lines());
  }

  @Test
  @DisplayName("a no that the worker does not expect is its own failure, five times")
  void declinedUnexpectedly() throws Exception {
    RequestStreamHandler worker = worker(PATIENT, () -> pay() + decline(), this::book);
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertEquals(List.of("m-0"), failures(worker, MESSAGE));
    }
    assertEquals(List.of(), failures(worker, MESSAGE));
    assertEquals(1, cloud.deadLettered().size());
    assertEquals(List.of(), rows("breaker#"));
  }

  private boolean ofControlTable(Fault.Call call) {
    return call.body().contains("\"" + cloud.runtime().settings().controlTable() + "\"");
  }

  @Test
  @DisplayName("row 34: the breaker's row alone cannot be had: the call goes through, counted")
  void onlyTheBreakerIsDown() throws Exception {
    cloud.faults.add(call -> call.body().contains("breaker#") ? Fault.internalError() : null);
    assertEquals(List.of(), failures(worker(PATIENT, this::pay, this::book), MESSAGE));
    assertEquals(1, calls.get());
    assertEquals("1", rows("lease#").get(0).get("attempt").n());
  }

  @Test
  @DisplayName("row 34: what cannot be counted is not called for; it is handed back, uncounted")
  void tableDown() throws Exception {
    cloud.faults.add(call -> ofControlTable(call) ? Fault.internalError() : null);
    RequestStreamHandler worker = worker(PATIENT, this::pay, this::book);
    for (int receive = 0; receive < 7; receive++) {
      assertEquals(List.of("m-0"), failures(worker, MESSAGE));
    }
    assertEquals(0, calls.get());
    assertEquals(7, cloud.hidden().size(), "hidden for a while, as behind an open breaker");
    assertEquals(List.of(), cloud.deadLettered());

    cloud.faults.clear();
    clock.move(Duration.ofSeconds(6));
    assertEquals(List.of(), failures(worker, MESSAGE));
    assertEquals(1, calls.get());
  }

  @Test
  @Timeout(300)
  @DisplayName("row 34: a table that hangs holds nobody for longer than its limit")
  void tableHangs() throws Exception {
    CountDownLatch back = new CountDownLatch(1);
    cloud.faults.add(
        call -> ofControlTable(call) ? new Fault.Action.Before(() -> await(back)) : null);
    RequestStreamHandler worker =
        QueueFunction.of(
            calling(PATIENT, this::pay, this::book),
            cloud.runtime(clock, Map.of("EVENTWRIGHT_BREAKER_STORE_MILLIS", "100")));
    // It hangs for longer than the test runs: what comes back has not waited for it.
    assertEquals(List.of("m-0"), failures(worker, MESSAGE));
    assertEquals(0, calls.get());
    back.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
