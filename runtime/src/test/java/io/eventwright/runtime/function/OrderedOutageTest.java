package io.eventwright.runtime.function;

import static io.eventwright.runtime.testing.Payloads.deposit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.guard.BreakerSettings;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.intake.MessageReader;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.testing.MovedClock;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Amount;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * An outage behind a shard, or a group, that is alone, so that nothing is called for but its first
 * event: guard, breaker and leases are the product's, the time is the test's. There is no manager
 * here, which would only spare calls.
 */
class OrderedOutageTest {
  private static final int EVENTS = 4;
  private static final int MOST_DELIVERIES = 1_000;
  private static final long PLENTY = 60_000;

  private final MovedClock clock = new MovedClock();
  private final List<Long> handled = new ArrayList<>();
  private final List<Integer> givenUp = new ArrayList<>();
  private Instant ends = Instant.MIN;
  private long poison = -1;
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  /** One call in an attempt, so that five attempts are five failures. */
  private WorkerDefinition<Amount, Void> settle(int window) {
    return WorkerDefinition.named("settle", Sample.DEPOSIT_V2)
        .using(
            DependencySettings.of("gateway", Duration.ofMillis(PLENTY))
                .withAttempts(1)
                .withBreaker(BreakerSettings.of(50, window, Duration.ofSeconds(30))))
        .decidedUsing(
            (event, state, dependencies) -> {
              long number = event.data().amount();
              dependencies.named("gateway").call(() -> answer(number));
              handled.add(number);
              return Decision.unchanged();
            });
  }

  private String answer(long number) {
    if (clock.instant().isBefore(ends) || number == poison) {
      throw new IllegalStateException("it is ill");
    }
    return "paid";
  }

  private RecordHandler stream(int window) {
    return WorkerRecords.paced(settle(window), cloud.runtime(clock, Map.of()));
  }

  /**
   * Delivers one after the other, each until it is done or given up.
   *
   * @param again how long after a delivery that failed the next one comes, while it matters
   * @param later the same after twenty minutes, so that hours do not take as many deliveries
   */
  private void deliver(RecordHandler handler, Duration again, Duration later) throws Exception {
    Instant soon = clock.instant().plus(Duration.ofMinutes(20));
    int deliveries = 0;
    for (int i = 0; i < EVENTS; ) {
      assertTrue(deliveries++ < MOST_DELIVERIES, "the first one goes on");
      try {
        handler.handle(MessageReader.read(deposit("e-" + i, "p-1", i), "arcade"), () -> PLENTY);
        i++;
      } catch (DependencyUnavailable e) {
        clock.move(clock.instant().isBefore(soon) ? again : later);
      } catch (Rejection e) {
        assertEquals(Reason.ATTEMPTS_EXHAUSTED, e.reason());
        givenUp.add(i++);
      }
    }
  }

  /** Lambda brings at once again what it was told to. */
  private void feed(RecordHandler handler) throws Exception {
    deliver(handler, Duration.ofSeconds(10), Duration.ofMinutes(2));
  }

  private void allInOrder() {
    assertEquals(List.of(0L, 1L, 2L, 3L), handled);
    assertEquals(List.of(), givenUp);
  }

  @Test
  @DisplayName("row 35: three minutes' outage at a lone shard, whose calls cannot open the breaker")
  void streamMinutes() throws Exception {
    ends = clock.instant().plus(Duration.ofMinutes(3));
    feed(stream(20));
    allInOrder();
  }

  @Test
  @DisplayName("row 35: an hour's outage at a lone shard: its head is a probe again and again")
  void streamHour() throws Exception {
    ends = clock.instant().plus(Duration.ofHours(1));
    feed(stream(10));
    allInOrder();
  }

  @Test
  @DisplayName("row 35: an hour's outage at a lone group, hidden for a minute after each failure")
  void fifoHour() throws Exception {
    ends = clock.instant().plus(Duration.ofHours(1));
    RecordHandler fifo = WorkerRecords.of(settle(10), cloud.runtime(clock, Map.of()));
    deliver(fifo, Duration.ofMinutes(1), Duration.ofMinutes(1));
    allInOrder();
  }

  @Test
  @DisplayName("row 35: what always fails holds a lone shard for six hours, and is given up then")
  void poison() throws Exception {
    poison = 0;
    Instant began = clock.instant();
    feed(stream(10));
    assertEquals(List.of(1L, 2L, 3L), handled);
    assertEquals(List.of(0), givenUp);
    long hours = Duration.between(began, clock.instant()).toHours();
    assertEquals(6, hours, "for as long as a probe says nothing of its message");
  }
}
