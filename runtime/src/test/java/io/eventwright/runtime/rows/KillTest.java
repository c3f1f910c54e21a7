package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.function.RelayFunction;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.Fault.Action;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.WorkerProcess;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that are really killed. */
class KillTest {
  private static final byte[] DOORBELL =
      """
      {"Records":[{"eventName":"INSERT","dynamodb":{"SequenceNumber":"1",\
      "Keys":{"pk":{"S":"wallet#p-1"},"sk":{"S":"v0000000000000000001"}}}}]}"""
          .getBytes(StandardCharsets.UTF_8);

  private final CompletableFuture<Process> victim = new CompletableFuture<>();
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private void kill() {
    try {
      victim.get().destroyForcibly().waitFor();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void runAndDie(String function, byte[] payload) throws Exception {
    Process process = WorkerProcess.start(cloud, function, 0, payload);
    victim.complete(process);
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    assertNotEquals(0, process.exitValue());
    cloud.faults.clear();
  }

  private EntityState<Sample.Wallet> wallet() {
    return cloud.runtime().entities(Sample.WALLETS).current("p-1");
  }

  @Test
  @DisplayName("row 7: killed before the commit: nothing is visible, the redelivery applies once")
  void beforeCommit() throws Exception {
    cloud.faults.add(Fault.times(9, "TransactWriteItems", new Action.Before(this::kill)));
    cloud.faults.add(Fault.times(9, "TransactWriteItems", new Action.LoseCall()));
    byte[] batch = batch(deposit("e-1", "p-1", 5));

    runAndDie("credit", batch);

    assertEquals(0, wallet().version());
    assertEquals(
        List.of(), failures(QueueFunction.of(Sample.creditWallet(), cloud.runtime()), batch));
    assertEquals(new EntityState<>("p-1", 1, new Sample.Wallet(5)), wallet());
  }

  @Test
  @DisplayName("row 8: killed after the commit, before the answer: the redelivery is a duplicate")
  void afterCommit() throws Exception {
    cloud.faults.add(Fault.times(9, "TransactWriteItems", new Action.AfterIt(this::kill)));
    byte[] batch = batch(deposit("e-1", "p-1", 5));

    runAndDie("credit", batch);

    assertEquals(1, wallet().version());
    assertEquals(
        List.of(), failures(QueueFunction.of(Sample.creditWallet(), cloud.runtime()), batch));
    assertEquals(new EntityState<>("p-1", 1, new Sample.Wallet(5)), wallet());
    assertTrue(cloud.lines().contains("\"outcome\":\"duplicate\""), cloud.lines());
  }

  @Test
  @DisplayName("row 36: the relay killed between publishing and watermark: published again")
  void relayKilled() throws Exception {
    failures(
        QueueFunction.of(Sample.creditWallet(), cloud.runtime()), batch(deposit("e-1", "p-1", 5)));
    cloud.faults.add(Fault.times(9, "PutEvents", new Action.AfterIt(this::kill)));

    runAndDie("relay", DOORBELL);
    assertEquals(1, cloud.published().size());

    assertEquals(List.of(), failures(RelayFunction.of(cloud.runtime()), DOORBELL));
    assertEquals(2, cloud.published().size());
    assertEquals(1, cloud.published().stream().map(entry -> entry.text("id")).distinct().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"halting", "halting-before"})
  @DisplayName(
      "row 49: a message that kills its process each time, in its call outside or in the worker's"
          + " own code before it, is dead-lettered after five attempts")
  void killsEachTime(String worker) throws Exception {
    byte[] batch = batch(deposit("e-1", "p-1", 5));
    for (int attempt = 0; attempt < 5; attempt++) {
      // The lease of the one before has ended: its message was hidden for longer than that.
      assertEquals(137, run(worker, attempt, batch));
      assertEquals(List.of(), cloud.deadLettered());
    }
    assertEquals(0, run(worker, 5, batch));
    assertEquals(List.of(deposit("e-1", "p-1", 5)), cloud.deadLettered());
  }

  @Test
  @DisplayName(
      "row 49: without a dependency nothing is counted or written by us: its queue counts, as"
          + " PoisonTest shows")
  void killsEachTimeAlone() throws Exception {
    byte[] batch = batch(deposit("e-1", "p-1", 5));
    for (int attempt = 0; attempt < 6; attempt++) {
      assertEquals(137, run("halting-alone", attempt, batch));
    }
    assertEquals(List.of(), cloud.deadLettered());
    assertEquals(0, cloud.inboxRows());
  }

  private int run(String worker, int hours, byte[] batch) throws Exception {
    Process process = WorkerProcess.start(cloud, worker, hours, batch);
    assertTrue(process.waitFor(5, TimeUnit.MINUTES));
    return process.exitValue();
  }
}
