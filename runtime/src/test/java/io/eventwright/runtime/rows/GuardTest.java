package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.guard.BreakerSettings;
import io.eventwright.runtime.guard.Dependency;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.guard.ReconciledDependency;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.MovedClock;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.Emission;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GuardTest {
  private static final Duration OPEN = Duration.ofSeconds(30);
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  /** Calls the gateway, then publishes; it changes no entity. */
  private RequestStreamHandler worker(SystemRuntime runtime, int window, Callable<String> gateway) {
    return worker(runtime, window, gateway, Duration.ofMinutes(1));
  }

  private RequestStreamHandler worker(
      SystemRuntime runtime, int window, Callable<String> gateway, Duration timeLimit) {
    return QueueFunction.of(
        WorkerDefinition.named("settle", Sample.DEPOSIT_V2)
            .emits(Sample.CREDITED)
            .using(
                DependencySettings.of("gateway", timeLimit)
                    .withBreaker(BreakerSettings.of(50, window, OPEN)))
            .decidedUsing(
                (event, state, dependencies) -> {
                  Dependency dependency = dependencies.named("gateway");
                  dependency.call(
                      () -> {
                        keys.add(dependency.idempotencyKey());
                        return gateway.call();
                      });
                  return Decision.publish(new Emission<>(Sample.CREDITED, event.data()));
                }),
        runtime);
  }

  private static String fail() {
    throw new IllegalStateException("the gateway is ill");
  }

  private int produced(String id) {
    return cloud.runtime().log().latest("worker-settle#arcade/" + id).isPresent() ? 1 : 0;
  }

  @Test
  @DisplayName("a call that fails once is repeated with the same key, and succeeds")
  void retried() throws Exception {
    int[] calls = {0};
    RequestStreamHandler worker =
        worker(cloud.runtime(), 20, () -> calls[0]++ == 0 ? fail() : "paid");
    assertEquals(List.of(), failures(worker, batch(deposit("e-1", "p-1", 5))));
    assertEquals(2, keys.size());
    assertEquals(keys.get(0), keys.get(1));
    assertEquals(1, produced("e-1"));
  }

  @Test
  @DisplayName("a call that hangs is given up after its time, and the message comes again")
  void hangs() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    RequestStreamHandler worker =
        worker(
            cloud.runtime(),
            20,
            () -> {
              never.await();
              return "late";
            },
            Duration.ofMillis(100));
    assertEquals(List.of("m-0"), failures(worker, batch(deposit("e-1", "p-1", 5))));
    assertTrue(cloud.lines().contains("\"outcome\":\"deferred\""), cloud.lines());
    assertEquals(0, produced("e-1"));
  }

  @Test
  @DisplayName("a handled message does not call again")
  void handledMessage() throws Exception {
    RequestStreamHandler worker = worker(cloud.runtime(), 20, () -> "paid");
    failures(worker, batch(deposit("e-1", "p-1", 5), deposit("e-1", "p-1", 5)));
    assertEquals(1, keys.size());
  }

  @Test
  @DisplayName(
      "row 35: while the breaker is open messages are hidden for a jittered while, uncounted")
  void openBreaker() throws Exception {
    SystemRuntime runtime = cloud.runtime();
    failures(worker(runtime, 2, GuardTest::fail), batch(deposit("e-0", "p-1", 5)));
    int made = keys.size();
    RequestStreamHandler worker = worker(runtime, 2, GuardTest::fail);
    for (int i = 0; i < 12; i++) {
      assertEquals(List.of("m-0"), failures(worker, batch(deposit("e-1", "p-1", 5))));
    }
    assertEquals(made, keys.size(), "no call was made");
    assertEquals(13, cloud.hidden().size());
    List<Integer> seconds =
        cloud.hidden().stream()
            .skip(1)
            .map(body -> body.replaceAll(".*\"VisibilityTimeout\":(\\d+).*", "$1"))
            .map(Integer::valueOf)
            .toList();
    assertTrue(seconds.stream().allMatch(one -> one >= 15 && one <= 45), "" + seconds);
    assertTrue(seconds.stream().distinct().count() > 2, "" + seconds);
    assertEquals(List.of(), cloud.quarantined(), "twelve hand-backs are not twelve attempts");
  }

  @Test
  @DisplayName("row 35: a message that really fails five times is dead-lettered by us")
  void fiveAttempts() throws Exception {
    RequestStreamHandler worker = worker(cloud.runtime(), 1000, GuardTest::fail);
    byte[] message = batch(deposit("e-1", "p-1", 5));
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertEquals(List.of("m-0"), failures(worker, message));
    }
    assertEquals(List.of(), cloud.deadLettered());
    assertEquals(List.of(), failures(worker, message));
    assertEquals(List.of(deposit("e-1", "p-1", 5)), cloud.deadLettered(), "the body as it came");
    assertEquals(List.of(), cloud.quarantined());
    assertEquals(10, keys.size(), "two calls each");
    assertTrue(cloud.lines().contains("\"DeadLettered\":1"), cloud.lines());

    // Redriven once the gateway is well, it has its attempts again.
    assertEquals(List.of(), failures(worker(cloud.runtime(), 1000, () -> "paid"), message));
    assertEquals(1, produced("e-1"));
  }

  @Test
  @DisplayName("row 35: what the dead letters do not take comes again, and is tried again")
  void deadLettersDown() throws Exception {
    RequestStreamHandler worker = worker(cloud.runtime(), 1000, GuardTest::fail);
    byte[] message = batch(deposit("e-1", "p-1", 5));
    for (int attempt = 1; attempt <= 5; attempt++) {
      failures(worker, message);
    }
    cloud.faults.add(Fault.times(99, "SendMessage", Fault.internalError()));
    assertEquals(List.of("m-0"), failures(worker, message));
    assertEquals(List.of(), cloud.deadLettered());
  }

  @Test
  @DisplayName("row 35: a worker that throws by itself has five attempts too, called or not")
  void throwsByItself() throws Exception {
    RequestStreamHandler worker =
        QueueFunction.of(
            WorkerDefinition.named("settle", Sample.DEPOSIT_V2)
                .using(DependencySettings.of("gateway", Duration.ofMinutes(1)))
                .decidedUsing(
                    (event, state, dependencies) -> {
                      throw new IllegalStateException("a bug before the call");
                    }),
            cloud.runtime());
    byte[] message = batch(deposit("e-1", "p-1", 5));
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertEquals(List.of("m-0"), failures(worker, message));
    }
    assertEquals(List.of(), failures(worker, message));
    assertEquals(List.of(deposit("e-1", "p-1", 5)), cloud.deadLettered());
  }

  @Test
  @DisplayName("row 35: a probe that fails says nothing of its message, and is not counted")
  void probesAreNotCounted() throws Exception {
    MovedClock clock = new MovedClock();
    byte[] message = batch(deposit("e-1", "p-1", 5));
    RequestStreamHandler worker = worker(cloud.runtime(clock, Map.of()), 2, GuardTest::fail);
    failures(worker, message);
    for (int probe = 0; probe < 12; probe++) {
      clock.move(OPEN.plusSeconds(30));
      assertEquals(List.of("m-0"), failures(worker, message));
    }
    assertEquals(13, keys.size(), "one call that opened it, and twelve probes");
    assertEquals(List.of(), cloud.deadLettered());

    clock.move(OPEN.plusSeconds(30));
    RequestStreamHandler well = worker(cloud.runtime(clock, Map.of()), 2, () -> "paid");
    assertEquals(List.of(), failures(well, message));
    assertEquals(1, produced("e-1"));
  }

  @Test
  @DisplayName("row 35: a lone message whose own failures open the breaker is not given up by it")
  void opensItAlone() throws Exception {
    MovedClock clock = new MovedClock();
    RequestStreamHandler elsewhere = worker(cloud.runtime(clock, Map.of()), 20, () -> "paid");
    assertEquals(List.of(), failures(elsewhere, batch(deposit("e-0", "p-1", 5))));
    keys.clear();
    RequestStreamHandler worker = worker(cloud.runtime(clock, Map.of()), 20, GuardTest::fail);
    byte[] message = batch(deposit("e-1", "p-1", 5));
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertEquals(List.of("m-0"), failures(worker, message));
    }
    assertEquals(10, keys.size());
    assertEquals(List.of("m-0"), failures(worker, message));
    assertEquals(10, keys.size(), "ten failures of twenty have opened it");

    // The other instance's copy of the breaker is from before, and the gateway is well again.
    assertEquals(List.of(), failures(elsewhere, message));
    assertEquals(List.of(), cloud.deadLettered());
    assertEquals(1, produced("e-1"));
  }

  @Test
  @DisplayName("row 35: the attempt is spared too when its first call opens the breaker")
  void opensItWithItsFirstCall() throws Exception {
    MovedClock clock = new MovedClock();
    RequestStreamHandler elsewhere = worker(cloud.runtime(clock, Map.of()), 18, () -> "paid");
    assertEquals(List.of(), failures(elsewhere, batch(deposit("e-0", "p-1", 5))));
    keys.clear();
    RequestStreamHandler worker = worker(cloud.runtime(clock, Map.of()), 18, GuardTest::fail);
    byte[] message = batch(deposit("e-1", "p-1", 5));
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertEquals(List.of("m-0"), failures(worker, message));
    }
    assertEquals(9, keys.size(), "the tenth was refused");
    assertEquals(List.of(), failures(elsewhere, message));
    assertEquals(1, produced("e-1"));
  }

  @Test
  @DisplayName("row 35: a probe that kills its instance stays counted")
  void deadlyProbe() throws Exception {
    MovedClock clock = new MovedClock();
    byte[] message = batch(deposit("e-1", "p-1", 5));
    failures(worker(cloud.runtime(clock, Map.of()), 2, GuardTest::fail), message);
    RequestStreamHandler deadly =
        worker(
            cloud.runtime(clock, Map.of()),
            2,
            () -> {
              throw new OutOfMemoryError("as a killed instance: nothing after it is run");
            });
    for (int attempt = 1; attempt <= 5; attempt++) {
      clock.move(Duration.ofMinutes(5));
      assertThrows(OutOfMemoryError.class, () -> failures(deadly, message));
    }
    clock.move(Duration.ofMinutes(5));
    assertEquals(List.of(), failures(deadly, message));
    assertEquals(1, cloud.deadLettered().size());
  }

  @Test
  @DisplayName("a callee that can say what became of a call is asked before the next one")
  void reconciled() throws Exception {
    List<String> effects = new CopyOnWriteArrayList<>();
    List<String> asked = new CopyOnWriteArrayList<>();
    RequestStreamHandler worker =
        QueueFunction.of(
            WorkerDefinition.named("settle", Sample.DEPOSIT_V2)
                .emits(Sample.CREDITED)
                .using(DependencySettings.of("gateway", Duration.ofMinutes(1)).withAttempts(1))
                .decidedUsing(
                    (event, state, dependencies) -> {
                      ReconciledDependency gateway = dependencies.reconciled("gateway");
                      gateway.call(
                          () -> {
                            effects.add(gateway.idempotencyKey());
                            throw new IllegalStateException("its answer was lost");
                          },
                          () -> {
                            asked.add(gateway.idempotencyKey());
                            return effects.contains(gateway.idempotencyKey())
                                ? Optional.of("paid")
                                : Optional.empty();
                          });
                      return Decision.publish(new Emission<>(Sample.CREDITED, event.data()));
                    }),
            cloud.runtime());
    byte[] message = batch(deposit("e-1", "p-1", 5));
    assertEquals(List.of("m-0"), failures(worker, message));
    assertEquals(List.of(), asked, "nobody is asked before the first call");
    assertEquals(List.of(), failures(worker, message));
    assertEquals(1, effects.size(), "one effect");
    assertEquals(effects, asked);
    assertEquals(1, produced("e-1"));
  }

  @Test
  @DisplayName("rows 16, 17: a run that outlives its lease takes nothing from the one after it")
  void stalled() throws Exception {
    MovedClock clock = new MovedClock();
    CountDownLatch inCall = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    RequestStreamHandler slow =
        QueueFunction.of(
            WorkerDefinition.named("settle", Sample.DEPOSIT_V2)
                .emits(Sample.CREDITED)
                .using(DependencySettings.of("gateway", Duration.ofSeconds(60)))
                .decidedUsing(
                    (event, state, dependencies) -> {
                      dependencies
                          .named("gateway")
                          .call(
                              () -> {
                                inCall.countDown();
                                finish.await();
                                return "late";
                              });
                      return Decision.<Void>refuse("late", "decided otherwise");
                    }),
            cloud.runtime(clock, Map.of()));
    RequestStreamHandler quick = worker(cloud.runtime(clock, Map.of()), 20, () -> "paid");
    byte[] message = batch(deposit("e-1", "p-1", 5));
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<List<String>> late = thread.submit(() -> failures(slow, message));
      inCall.await();
      assertEquals(List.of("m-0"), failures(quick, message), "the lease is held");
      clock.move(Duration.ofMinutes(5));
      assertEquals(List.of(), failures(quick, message), "the lease has ended");
      finish.countDown();
      assertEquals(List.of(), late.get(), "a duplicate by now");
    } finally {
      thread.shutdownNow();
    }
    assertEquals(1, produced("e-1"));
    assertEquals(1, keys.size(), "no third run");
    assertFalse(cloud.lines().contains("\"reason\":\"late\""), "B's result stays");
  }

  @Test
  @DisplayName("the producing entity of a worker without one is the handling of the event")
  void producesAlone() throws Exception {
    failures(
        worker(cloud.runtime(Clock.systemUTC(), Map.of()), 20, () -> "paid"),
        batch(deposit("e-1", "p-1", 5)));
    assertEquals(
        "worker-settle/arcade/e-1",
        cloud
            .runtime()
            .log()
            .latest("worker-settle#arcade/e-1")
            .orElseThrow()
            .events()
            .get(0)
            .envelope()
            .subject());
  }
}
