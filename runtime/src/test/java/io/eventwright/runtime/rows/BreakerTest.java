package io.eventwright.runtime.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.breaker.Breaker;
import io.eventwright.runtime.breaker.Breaker.Admission;
import io.eventwright.runtime.breaker.BreakerWatch;
import io.eventwright.runtime.breaker.Breakers;
import io.eventwright.runtime.breaker.Phase;
import io.eventwright.runtime.guard.BreakerSettings;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.Fault.Action;
import io.eventwright.runtime.testing.MovedClock;
import io.eventwright.runtime.testing.TestCloud;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class BreakerTest {
  private static final int INSTANCES = 50;
  private static final Duration OPEN = Duration.ofSeconds(30);
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** A probe is believed to run for the time limit, and ten seconds for clocks that differ. */
  private static final Duration LEASE = TIMEOUT.plusSeconds(10);

  /** However busy the machine is, the store is not down: only the clock of the test ends waits. */
  private static final Duration PATIENT = Duration.ofMinutes(1);

  private final MovedClock clock = new MovedClock();
  private final AtomicInteger storeDown = new AtomicInteger();
  private final ExecutorService threads = Executors.newFixedThreadPool(INSTANCES);
  private TestCloud cloud;
  private DynamoDbClient dynamoDb;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
    dynamoDb = cloud.runtime().clients().dynamoDb();
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    cloud.close();
  }

  private Breaker instance(int permits) {
    return instance(permits, clock);
  }

  private Breaker instance(int permits, Clock itsClock) {
    return instance(permits, itsClock, PATIENT);
  }

  private Breaker instance(int permits, Clock itsClock, Duration storeLimit) {
    return new Breakers(
            () -> dynamoDb,
            () -> cloud.runtime().settings().controlTable(),
            () -> storeLimit,
            UnaryOperator.identity(),
            itsClock,
            (dependency, failure) -> storeDown.incrementAndGet())
        .of(
            DependencySettings.of("gateway", TIMEOUT)
                .withBreaker(new BreakerSettings(50, 20, OPEN, permits)));
  }

  private List<Breaker> instances(int permits) {
    List<Breaker> all = new ArrayList<>();
    for (int i = 0; i < INSTANCES; i++) {
      all.add(instance(permits));
    }
    return all;
  }

  /** Fails calls at one instance until it refuses. */
  private void fail(Breaker breaker) {
    for (int i = 0; i < 100; i++) {
      Optional<Admission> admission = breaker.admit();
      if (admission.isEmpty()) {
        return;
      }
      breaker.record(admission.get(), false);
    }
    throw new AssertionError("it never opened");
  }

  private List<Admission> admitAtOnce(List<Breaker> breakers) throws Exception {
    List<Callable<Optional<Admission>>> calls = new ArrayList<>();
    breakers.forEach(breaker -> calls.add(breaker::admit));
    List<Admission> admitted = new ArrayList<>();
    for (Future<Optional<Admission>> answer : threads.invokeAll(calls)) {
      answer.get().ifPresent(admitted::add);
    }
    return admitted;
  }

  private List<String> transitions() {
    return dynamoDb
        .scan(request -> request.tableName(cloud.runtime().settings().controlTable()))
        .items()
        .stream()
        .filter(item -> item.containsKey("from"))
        .map(
            item ->
                item.get("pk").s().replaceFirst("#[^#]*Z$", "")
                    + " "
                    + item.get("from").s()
                    + " to "
                    + item.get("to").s())
        .sorted()
        .toList();
  }

  @Test
  @DisplayName("row 30: everything fails at 50 instances: it opens once, and calls stop")
  void opensOnce() throws Exception {
    List<Breaker> breakers = instances(1);
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (Breaker breaker : breakers) {
      calls.add(
          () -> {
            Optional<Admission> admission = breaker.admit();
            admission.ifPresent(leave -> breaker.record(leave, false));
            return admission.isPresent();
          });
    }
    for (Future<Boolean> answer : threads.invokeAll(calls)) {
      answer.get();
    }
    assertEquals(List.of("breaker#gateway#1 CLOSED to OPEN"), transitions());

    clock.move(Duration.ofMillis(1_001));
    assertEquals(List.of(), admitAtOnce(breakers));
    assertEquals(List.of("breaker#gateway#1 CLOSED to OPEN"), transitions());
  }

  @Test
  @DisplayName("fewer failures than the threshold do not open it, and success costs no write")
  void staysClosed() {
    Breaker breaker = instance(1);
    for (int i = 0; i < 200; i++) {
      breaker.record(breaker.admit().orElseThrow(), i % 5 != 0);
    }
    assertEquals(List.of(), transitions());
    long writes = cloud.calls.stream().filter(call -> call.operation().equals("PutItem")).count();
    assertEquals(40, writes, "one for each failure");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  @DisplayName("row 31: half open at 50 instances: exactly as many probes as permitted")
  void permits(int permits) throws Exception {
    fail(instance(permits));
    List<Breaker> breakers = instances(permits);
    clock.move(OPEN);

    List<Admission> probes = admitAtOnce(breakers);

    assertEquals(permits, probes.size());
    assertEquals(permits, probes.stream().map(Admission::probe).distinct().count());
    breakers.get(0).record(probes.get(0), true);
    clock.move(Duration.ofMillis(1_001));
    assertEquals(INSTANCES, admitAtOnce(breakers).size(), "a probe that succeeds closes it");
  }

  @Test
  @DisplayName("row 32: a prober is killed: its lease ends and another probes")
  void proberKilled() throws Exception {
    fail(instance(1));
    List<Breaker> breakers = instances(1);
    clock.move(OPEN);
    assertEquals(1, admitAtOnce(breakers).size());

    clock.move(LEASE.minusMillis(1));
    assertEquals(0, admitAtOnce(breakers).size());
    clock.move(Duration.ofMillis(2_000));
    List<Admission> second = admitAtOnce(breakers);
    assertEquals(1, second.size());

    breakers.get(0).record(second.get(0), false);
    assertTrue(transitions().contains("breaker#gateway#3 HALF_OPEN to OPEN"), "" + transitions());
  }

  @Test
  @DisplayName(
      "row 18: clocks that differ by five seconds either way: no second probe while one runs")
  void clocksDiffer() {
    fail(instance(1));
    List<Breaker> breakers = new ArrayList<>();
    for (int seconds : new int[] {-5, 0, 5}) {
      breakers.add(instance(1, Clock.offset(clock, Duration.ofSeconds(seconds))));
    }
    clock.move(OPEN.minusSeconds(6));
    int probes = 0;
    long lastProbe = -60_000;
    for (int half = 0; half < 120; half++) {
      clock.move(Duration.ofMillis(500));
      for (Breaker breaker : breakers) {
        // Each probe is killed, and its call ends with its time limit at the latest.
        if (breaker.admit().isPresent()) {
          probes++;
          assertTrue(half * 500L - lastProbe > TIMEOUT.toMillis(), "two probes at once");
          lastProbe = half * 500L;
        }
      }
    }
    assertTrue(probes >= 3, "and yet somebody probes: " + probes);
  }

  @Test
  @DisplayName("row 33: a failure that comes after it has closed again is ignored")
  void staleFailure() {
    Breaker slow = instance(1);
    List<Admission> old = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      old.add(slow.admit().orElseThrow());
    }
    Breaker other = instance(1);
    fail(other);
    clock.move(OPEN);
    other.record(other.admit().orElseThrow(), true);
    List<String> before = transitions();

    old.forEach(admission -> slow.record(admission, false));

    assertEquals(3, before.size());
    assertEquals(before, transitions());
    clock.move(Duration.ofMillis(1_001));
    assertTrue(slow.admit().isPresent());
  }

  @Test
  @DisplayName("row 34: the store is down: calls go through, told once, until it is back")
  void storeDown() {
    Breaker breaker = instance(1);
    cloud.faults.add(call -> new Action.Respond(new Fault.Answer(500, "{}")));
    breaker.record(breaker.admit().orElseThrow(), false);
    int asked = cloud.calls.size();
    for (int i = 1; i < 50; i++) {
      breaker.record(breaker.admit().orElseThrow(), false);
    }
    assertEquals(1, storeDown.get());
    assertEquals(asked, cloud.calls.size(), "the store is left alone for a while");

    cloud.faults.clear();
    clock.move(Duration.ofSeconds(6));
    fail(breaker);
    assertEquals(List.of("breaker#gateway#1 CLOSED to OPEN"), transitions());
  }

  @Test
  @DisplayName("row 34: the store hangs: only the first call waits for it, and not for long")
  void storeHangs() throws Exception {
    Breaker breaker = instance(1, clock, Duration.ofMillis(100));
    CountDownLatch back = new CountDownLatch(1);
    cloud.faults.add(call -> new Action.Before(() -> await(back)));
    // It hangs for longer than the test runs: what comes back has not waited for it.
    breaker.record(breaker.admit().orElseThrow(), false);
    for (int i = 1; i < 50; i++) {
      breaker.record(breaker.admit().orElseThrow(), false);
    }
    assertEquals(1, storeDown.get());
    // The first may have been given up before it was even sent.
    long asked = cloud.calls.stream().filter(call -> call.operation().equals("GetItem")).count();
    assertTrue(asked <= 1, "only the first call waits for the store");
    back.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @DisplayName("the warning comes before the transition, however quick the failures are")
  void warnsFirst() {
    List<String> told = new ArrayList<>();
    Breaker breaker =
        new Breakers(
                () -> dynamoDb,
                () -> cloud.runtime().settings().controlTable(),
                () -> PATIENT,
                UnaryOperator.identity(),
                clock,
                new BreakerWatch() {
                  @Override
                  public void storeDown(String dependency, RuntimeException failure) {
                    told.add("store down");
                  }

                  @Override
                  public void failing(String dependency, int percent, int opensAt) {
                    told.add(percent + " of " + opensAt);
                  }

                  @Override
                  public void moved(String dependency, Phase from, Phase to) {
                    told.add(from + " to " + to);
                  }
                })
            .of(
                DependencySettings.of("gateway", TIMEOUT)
                    .withBreaker(BreakerSettings.of(50, 4, OPEN)));
    fail(breaker);
    assertEquals(List.of("25 of 50", "50 of 50", "CLOSED to OPEN"), told);
  }

  @Test
  @DisplayName("whoever deletes a breaker's item closes it, for instances that knew it open, too")
  void setBackByHand() {
    Breaker breaker = instance(1);
    fail(breaker);
    dynamoDb.deleteItem(
        request ->
            request
                .tableName(cloud.runtime().settings().controlTable())
                .key(Map.of("pk", AttributeValue.fromS("breaker#gateway"))));
    clock.move(Duration.ofMillis(1_001));

    for (int i = 0; i < 9; i++) {
      breaker.record(breaker.admit().orElseThrow(), false);
    }
    breaker.record(breaker.admit().orElseThrow(), false);
    assertTrue(breaker.admit().isEmpty(), "and it opens as before");
    assertEquals(
        List.of("breaker#gateway#1 CLOSED to OPEN", "breaker#gateway#1 CLOSED to OPEN"),
        transitions(),
        "what happened before is still told");
  }
}
