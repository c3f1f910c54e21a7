package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.Fault.Action;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CommitTest {
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private RequestStreamHandler worker() {
    return QueueFunction.of(Sample.creditWallet(), cloud.runtime());
  }

  private EntityState<Sample.Wallet> wallet(String player) {
    return cloud.runtime().entities(Sample.WALLETS).current(player);
  }

  private long calls(String operation) {
    return cloud.calls.stream().filter(call -> call.operation().equals(operation)).count();
  }

  @Test
  @DisplayName(
      "row 9: the commit holds and its answer is lost, again and again: one effect, success")
  void answerLost() throws Exception {
    // The HTTP client, the SDK and the loop each try again; the last of these calls is the loop's.
    cloud.faults.add(Fault.times(7, "TransactWriteItems", new Action.LoseAnswer()));

    assertEquals(List.of(), failures(worker(), batch(deposit("e-1", "p-1", 5))));

    assertEquals(new EntityState<>("p-1", 1, new Sample.Wallet(5)), wallet("p-1"));
    assertTrue(cloud.lines().contains("\"outcome\":\"applied\""), cloud.lines());
    assertTrue(calls("TransactWriteItems") > 6, "the loop decided anew");
  }

  @Test
  @DisplayName("row 10: three conflicts, then it goes: one effect")
  void conflicts() throws Exception {
    cloud.faults.add(Fault.times(3, "TransactWriteItems", Fault.transactionConflict()));

    assertEquals(List.of(), failures(worker(), batch(deposit("e-1", "p-1", 5))));

    assertEquals(new EntityState<>("p-1", 1, new Sample.Wallet(5)), wallet("p-1"));
    assertEquals(4, calls("TransactWriteItems"));
  }

  @Test
  @DisplayName("row 11: another writer was quicker: read and decided anew, not tried blindly")
  void concurrentWriter() throws Exception {
    AtomicBoolean once = new AtomicBoolean();
    RequestStreamHandler other = worker();
    cloud.faults.add(
        call ->
            call.operation().equals("TransactWriteItems") && once.compareAndSet(false, true)
                ? new Action.Before(() -> invoke(other, deposit("e-2", "p-1", 7)))
                : null);

    assertEquals(List.of(), failures(worker(), batch(deposit("e-1", "p-1", 5))));

    assertEquals(new EntityState<>("p-1", 2, new Sample.Wallet(12)), wallet("p-1"));
    // Each decision of the loser reads the wallet once, the winner's read is the third.
    assertEquals(3, calls("Query") - 1, "the assertion above reads once too");
  }

  @Test
  @DisplayName("row 12: the store is ill all the time: item failures, and no effect")
  void storeIll() throws Exception {
    RequestStreamHandler worker = worker();
    failures(worker, batch(deposit("e-0", "p-0", 5)));
    cloud.faults.add(call -> call.operation().startsWith("Transact") ? throttledOrIll(call) : null);

    List<String> failed =
        failures(worker, batch(deposit("e-1", "p-1", 5), deposit("e-0", "p-0", 5)));

    cloud.faults.clear();
    assertEquals(List.of("m-0", "m-1"), failed);
    assertEquals(0, wallet("p-1").version());
    assertEquals(1, wallet("p-0").version());
    assertEquals(List.of(), failures(worker, batch(deposit("e-1", "p-1", 5))));
    assertEquals(1, wallet("p-1").version());
  }

  private static Action throttledOrIll(Fault.Call call) {
    return call.body().length() % 2 == 0 ? Fault.throttled() : Fault.internalError();
  }

  @Test
  @DisplayName("row 19: no time at the start: handed back, nothing touched")
  void noTime() throws Exception {
    for (int remaining : new int[] {0, -5}) {
      List<String> failed =
          failures(worker(), batch(deposit("e-1", "p-1", 5)), new TestContext(() -> remaining));
      assertEquals(List.of("m-0"), failed);
    }
    assertEquals(0, calls("TransactWriteItems"));
    assertEquals(0, wallet("p-1").version());
  }

  @Test
  @DisplayName("row 20: most of the time goes on record 3 of 10: 3 done, 7 handed back")
  void slowRecord() throws Exception {
    AtomicBoolean slow = new AtomicBoolean();
    TestContext context = new TestContext(() -> slow.get() ? 500 : 10_000);
    cloud.faults.add(
        call ->
            call.operation().equals("TransactWriteItems") && call.body().contains("e-2")
                ? new Action.Before(
                    () -> {
                      sleep(2_000);
                      slow.set(true);
                    })
                : null);
    List<String> failed = failures(worker(), batch(bodies(10)), context);

    assertEquals(List.of("m-3", "m-4", "m-5", "m-6", "m-7", "m-8", "m-9"), failed);
    assertEquals(new EntityState<>("p-1", 3, new Sample.Wallet(3)), wallet("p-1"));
  }

  @Test
  @DisplayName("row 20: a store that hangs at record 3 does not take the invocation with it")
  void hangingStore() throws Exception {
    failures(worker(), batch(deposit("e-warm", "p-2", 1)));
    CountDownLatch back = new CountDownLatch(1);
    cloud.faults.add(
        call ->
            call.operation().equals("TransactWriteItems") && call.body().contains("e-2")
                ? new Action.Before(() -> await(back))
                : null);
    long begun = System.nanoTime();

    List<String> failed = failures(worker(), batch(bodies(10)), TestContext.of(3_000));

    long millis = (System.nanoTime() - begun) / 1_000_000;
    back.countDown();
    assertTrue(failed.containsAll(List.of("m-2", "m-3", "m-9")), failed::toString);
    // Left alone the call would end after thirty seconds.
    assertTrue(millis < 25_000, () -> "an invocation of 3 s took " + millis + " ms");
  }

  @Test
  @DisplayName("row 20: once there is no time, none of those behind is begun, however many")
  void staysOut() throws Exception {
    AtomicBoolean slow = new AtomicBoolean();
    TestContext context = new TestContext(() -> slow.get() ? 1_500 : 30_000);
    cloud.faults.add(
        call ->
            call.operation().equals("TransactWriteItems") && call.body().contains("e-2\"")
                ? new Action.Before(
                    () -> {
                      sleep(4_500);
                      slow.set(true);
                    })
                : null);

    List<String> failed = failures(worker(), batch(bodies(100)), context);

    assertEquals(97, failed.size());
    assertEquals(3, wallet("p-1").version());
  }

  private static String[] bodies(int count) {
    String[] bodies = new String[count];
    for (int i = 0; i < count; i++) {
      bodies[i] = deposit("e-" + i, "p-1", 1);
    }
    return bodies;
  }

  private static void invoke(RequestStreamHandler handler, String body) {
    try {
      failures(handler, batch(body));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
