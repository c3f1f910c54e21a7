package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.data;
import static io.eventwright.runtime.testing.Payloads.detail;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.call.AttemptLease;
import io.eventwright.runtime.condition.Condition;
import io.eventwright.runtime.function.SagaStepFunction;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.saga.Refused;
import io.eventwright.runtime.saga.StepRejected;
import io.eventwright.runtime.saga.StepUnavailable;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Wallet;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Steps and undos that call outside before they decide, and so may leave something behind. */
class SagaCallsTest {
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

  /** Calls a gateway, then decides; as a step and as its undo. */
  private RequestStreamHandler caller(String name, Callable<String> gateway) {
    return SagaStepFunction.of(
        WorkerDefinition.named(name, Sample.DEPOSIT_V2)
            .using(DependencySettings.of("gateway", Duration.ofSeconds(20)))
            .decidedUsing(
                (event, state, dependencies) -> {
                  dependencies.named("gateway").call(gateway);
                  return Decision.<Void>unchanged();
                }),
        cloud.runtime());
  }

  private static String run(RequestStreamHandler handler, String direction, String event)
      throws IOException {
    String input =
        """
        {"saga":"purchase","execution":"x-1","step":"credit-wallet","direction":"%s","event":%s}\
        """
            .formatted(direction, event);
    return Payloads.invoke(handler, input.getBytes(StandardCharsets.UTF_8), TestContext.of(60_000));
  }

  @Test
  @DisplayName(
      "row 40: the undo of a step that never began its calls does nothing, recorded, and it cannot"
          + " begin them any more")
  void undoneBeforeItCalled() throws Exception {
    List<String> calls = new ArrayList<>();
    RequestStreamHandler undo = caller("refund", () -> calls.add("refund") ? "" : "");
    RequestStreamHandler step = caller("charge", () -> calls.add("charge") ? "" : "");
    for (int i = 0; i < 2; i++) {
      assertEquals("{\"outcome\":\"unchanged\",\"version\":0}", run(undo, "undo", EVENT));
    }
    assertTrue(
        cloud.runtime().commits().inbox().find("purchase#x-1#credit-wallet#undo").isPresent());
    Refused late = assertThrows(Refused.class, () -> run(step, "do", EVENT));
    assertEquals("undone", late.code());
    assertEquals(List.of(), calls);
  }

  @Test
  @DisplayName("row 40: a step that had looked before its undo closed it still cannot call")
  void lookedBeforeTheUndo() throws Exception {
    List<String> calls = new ArrayList<>();
    RequestStreamHandler undo = caller("refund", () -> calls.add("refund") ? "" : "");
    RequestStreamHandler step = caller("charge", () -> calls.add("charge") ? "" : "");
    AtomicBoolean once = new AtomicBoolean();
    // Between the step's look into the inbox and its first call the whole undo runs.
    cloud.faults.add(
        call ->
            call.body().contains("lease#")
                    && call.operation().equals("UpdateItem")
                    && once.compareAndSet(false, true)
                ? new Fault.Action.Before(() -> runQuietly(undo))
                : null);
    assertThrows(Refused.class, () -> run(step, "do", EVENT));
    assertTrue(once.get(), "the undo came in between");
    assertEquals(List.of(), calls);
  }

  @Test
  @DisplayName("row 40: a step that called and came to no decision is compensated, once it is over")
  void calledButUndecided() throws Exception {
    List<String> calls = new ArrayList<>();
    RequestStreamHandler undo = caller("refund", () -> calls.add("refund") ? "" : "");
    RequestStreamHandler step =
        caller(
            "charge",
            () -> {
              calls.add("charge");
              // While it runs, its undo waits: its effect may still be to come.
              assertThrows(StepUnavailable.class, () -> run(undo, "undo", EVENT));
              return "";
            });
    assertThrows(Refused.class, () -> run(step, "do", EVENT));
    assertEquals("{\"outcome\":\"unchanged\",\"version\":0}", run(undo, "undo", EVENT));
    run(undo, "undo", EVENT);
    assertEquals(List.of("charge", "refund"), calls);
  }

  @Test
  @DisplayName("row 40: a step that called and then decided what does not hold is compensated")
  void calledAndRejected() throws Exception {
    List<String> calls = new ArrayList<>();
    RequestStreamHandler undo = caller("refund", () -> calls.add("refund") ? "" : "");
    RequestStreamHandler step =
        SagaStepFunction.of(
            WorkerDefinition.named("charge", Sample.DEPOSIT_V2, Sample.WALLETS)
                .keyedBy(event -> event.data().player())
                .using(DependencySettings.of("gateway", Duration.ofSeconds(20)))
                .ensuring((event, wallet, next) -> Condition.broken("whole", "it is not"))
                .decidedUsing(
                    (event, wallet, dependencies) -> {
                      dependencies.named("gateway").call(() -> calls.add("charge"));
                      return Decision.next(new Wallet(1));
                    }),
            cloud.runtime());
    StepRejected rejected = assertThrows(StepRejected.class, () -> run(step, "do", EVENT));
    assertTrue(String.valueOf(rejected.getMessage()).startsWith("postcondition-failed: "));
    run(undo, "undo", EVENT);
    assertEquals(List.of("charge", "refund"), calls);
  }

  @Test
  @DisplayName("row 40: a step that called and then refused left nothing behind, and is not undone")
  void calledAndRefused() throws Exception {
    List<String> calls = new ArrayList<>();
    RequestStreamHandler undo = caller("refund", () -> calls.add("refund") ? "" : "");
    RequestStreamHandler step =
        SagaStepFunction.of(
            WorkerDefinition.named("charge", Sample.DEPOSIT_V2)
                .using(DependencySettings.of("gateway", Duration.ofSeconds(20)))
                .decidedUsing(
                    (event, state, dependencies) -> {
                      dependencies.named("gateway").call(() -> calls.add("charge"));
                      return Decision.<Void>refuse("declined", "the bank says no");
                    }),
            cloud.runtime());
    assertThrows(Refused.class, () -> run(step, "do", EVENT));
    assertEquals("{\"outcome\":\"unchanged\",\"version\":0}", run(undo, "undo", EVENT));
    assertEquals(List.of("charge"), calls);
  }

  @Test
  @DisplayName(
      "row 40: an undo that fails is never given up by its function, however often it is tried")
  void undoThatFailsForLong() throws Exception {
    AtomicBoolean mended = new AtomicBoolean();
    List<String> calls = new ArrayList<>();
    RequestStreamHandler undo =
        SagaStepFunction.of(
            WorkerDefinition.named("refund", Sample.DEPOSIT_V2)
                .using(DependencySettings.of("gateway", Duration.ofSeconds(20)))
                .decidedUsing(
                    (event, state, dependencies) -> {
                      if (!mended.get()) {
                        throw new IllegalStateException("a bug");
                      }
                      dependencies.named("gateway").call(() -> calls.add("refund"));
                      return Decision.<Void>unchanged();
                    }),
            cloud.runtime());
    run(SagaStepFunction.of(Sample.creditWallet(), cloud.runtime()), "do", EVENT);
    for (int i = 0; i < 2 * AttemptLease.ATTEMPTS; i++) {
      assertThrows(IllegalStateException.class, () -> run(undo, "undo", EVENT));
    }
    mended.set(true);
    run(undo, "undo", EVENT);
    assertEquals(List.of("refund"), calls);
  }

  @Test
  @DisplayName("row 40: a call that fails is never given up by its function either")
  void callThatFailsForLong() throws Exception {
    AtomicBoolean mended = new AtomicBoolean();
    RequestStreamHandler step =
        caller(
            "charge",
            () -> {
              if (!mended.get()) {
                throw new IOException("no route to host");
              }
              return "";
            });
    for (int i = 0; i < 2 * AttemptLease.ATTEMPTS; i++) {
      assertThrows(StepUnavailable.class, () -> run(step, "do", EVENT));
    }
  }

  private static void runQuietly(RequestStreamHandler undo) {
    try {
      run(undo, "undo", EVENT);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
