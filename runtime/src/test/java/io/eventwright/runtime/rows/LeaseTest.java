package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.call.AttemptLease;
import io.eventwright.runtime.call.AttemptRunning;
import io.eventwright.runtime.call.LeaseTable;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.guard.DependencySettings;
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
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The lease of a message's attempts: who holds it, whatever clocks and answers do. */
class LeaseTest {
  private static final byte[] MESSAGE = batch(deposit("e-1", "p-1", 5));

  /** Longer than an invocation, and what clocks may differ. */
  private static final Duration LEASE_OVER = Duration.ofMinutes(5);

  private final MovedClock clock = new MovedClock();
  private final AtomicInteger calls = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    cloud.close();
  }

  private RequestStreamHandler worker(Callable<String> gateway, Callable<String> afterwards) {
    return QueueFunction.of(
        WorkerDefinition.named("settle", Sample.DEPOSIT_V2)
            .emits(Sample.CREDITED)
            .using(DependencySettings.of("gateway", Duration.ofMinutes(2)))
            .decidedUsing(
                (event, state, dependencies) -> {
                  calls.incrementAndGet();
                  dependencies.named("gateway").call(gateway);
                  try {
                    afterwards.call();
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                  return Decision.publish(new Emission<>(Sample.CREDITED, event.data()));
                }),
        cloud.runtime(clock, Map.of()));
  }

  private static String fail() {
    throw new IllegalStateException("it fails after its call");
  }

  private List<Map<String, AttributeValue>> leases() {
    return cloud
        .runtime()
        .clients()
        .dynamoDb()
        .scan(scan -> scan.tableName(cloud.runtime().settings().controlTable()))
        .items()
        .stream()
        .filter(item -> item.get("pk").s().startsWith("lease#"))
        .toList();
  }

  @Test
  @DisplayName("rows 16, 17: a run that fails late takes no lease from the one that still runs")
  void failsWhileAnotherRuns() throws Exception {
    Halt first = new Halt();
    Halt second = new Halt();
    RequestStreamHandler late = worker(first::pass, LeaseTest::fail);
    RequestStreamHandler running = worker(second::pass, () -> "");
    Future<List<String>> a = threads.submit(() -> failures(late, MESSAGE));
    first.reached();
    clock.move(LEASE_OVER);
    Future<List<String>> b = threads.submit(() -> failures(running, MESSAGE));
    second.reached();
    List<Map<String, AttributeValue>> held = leases();

    first.go();
    assertEquals(List.of("m-0"), a.get(), "the first has failed");
    assertEquals(held, leases(), "and has touched nothing of the second's");
    AtomicInteger third = new AtomicInteger();
    RequestStreamHandler next = worker(() -> "call " + third.incrementAndGet(), () -> "");
    assertEquals(List.of("m-0"), failures(next, MESSAGE));
    assertEquals(0, third.get(), "nobody else calls meanwhile");
    assertTrue(cloud.lines().contains("AttemptRunning"), cloud.lines());

    second.go();
    assertEquals(List.of(), b.get());
    assertTrue(cloud.runtime().log().latest("worker-settle#arcade/e-1").isPresent());
  }

  @Test
  @DisplayName("rows 16, 17: a run that fails after another has completed changes nothing")
  void failsAfterAnotherHasCompleted() throws Exception {
    Halt first = new Halt();
    RequestStreamHandler late = worker(first::pass, LeaseTest::fail);
    Future<List<String>> a = threads.submit(() -> failures(late, MESSAGE));
    first.reached();
    clock.move(LEASE_OVER);
    assertEquals(List.of(), failures(worker(() -> "", () -> ""), MESSAGE));
    List<Map<String, AttributeValue>> ended = leases();

    first.go();
    assertEquals(List.of(), a.get(), "a duplicate by now");
    assertEquals(ended, leases());
    assertEquals(List.of(), failures(worker(() -> "", () -> ""), MESSAGE));
    assertEquals(2, calls.get(), "no third run");
  }

  private AttemptLease lease(Clock itsClock) {
    LeaseTable table =
        new LeaseTable(
            cloud.runtime().clients().dynamoDb(),
            cloud.runtime().settings().controlTable(),
            Duration.ofMinutes(1));
    return new AttemptLease(
        table, "settle#arcade#e-1", itsClock, Duration.ofDays(30), AttemptLease.ATTEMPTS);
  }

  @ParameterizedTest
  @ValueSource(ints = {-5, 5})
  @DisplayName("row 18: clocks that differ by five seconds either way: no second run beside one")
  void clocksDiffer(int seconds) {
    AttemptLease one = lease(Clock.offset(clock, Duration.ofSeconds(seconds)));
    AttemptLease other = lease(Clock.offset(clock, Duration.ofSeconds(-seconds)));
    one.begin(30_000, false);
    clock.move(Duration.ofMillis(29_999));
    assertThrows(AttemptRunning.class, () -> other.begin(30_000, false));

    clock.move(Duration.ofSeconds(21));
    other.begin(30_000, false);
    assertEquals(2, other.attempt(), "and yet somebody has the next attempt");
  }

  @Test
  @DisplayName("an attempt whose answer is lost is counted once, and goes on")
  void answerLost() {
    cloud.faults.add(Fault.times(1, "UpdateItem", new Fault.Action.LoseAnswer()));
    AttemptLease lease = lease(clock);
    lease.begin(30_000, false);
    assertEquals(1, lease.attempt());
    assertThrows(AttemptRunning.class, () -> lease(clock).begin(30_000, false));
    lease.release();
    AttemptLease next = lease(clock);
    next.begin(30_000, false);
    assertEquals(2, next.attempt());
  }

  /** Stops whoever comes until the test says go. */
  private static final class Halt {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    String pass() throws InterruptedException {
      reached.countDown();
      go.await();
      return "";
    }

    void reached() throws InterruptedException {
      reached.await();
    }

    void go() {
      go.countDown();
    }
  }
}
