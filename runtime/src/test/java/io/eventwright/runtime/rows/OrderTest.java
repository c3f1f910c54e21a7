package io.eventwright.runtime.rows;

import static io.eventwright.runtime.store.Attributes.number;
import static io.eventwright.runtime.store.Attributes.text;
import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.credited;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.function.RelayFunction;
import io.eventwright.runtime.inbox.InboxRow;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.order.OrderTable;
import io.eventwright.runtime.order.ParkedEvent;
import io.eventwright.runtime.order.Parking;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.Fault.Action;
import io.eventwright.runtime.testing.MovedClock;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Wallet;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import io.eventwright.runtime.worker.Ordering;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final String SUBJECT = "strict#arcade#wallet/p-1#wallet-credited";
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private RequestStreamHandler strict() {
    return QueueFunction.of(Sample.follow("strict", Ordering.STRICT), cloud.runtime());
  }

  private RequestStreamHandler latestWins() {
    return QueueFunction.of(Sample.follow("latest", Ordering.LATEST_WINS), cloud.runtime());
  }

  /** The event of a wallet's version: what it says tells the version, too. */
  private static String event(int version) {
    return credited("e-" + version, "p-1", version, version - 1, 100 + version);
  }

  private List<String> applied(String worker) {
    return cloud.runtime().log().after(worker + "#p-1", 0, 200).items().stream()
        .map(VersionRow::cause)
        .map(cause -> cause.id())
        .toList();
  }

  private List<Parking.Entry> parked() {
    List<Parking.Entry> entries = new ArrayList<>();
    cloud.runtime().parking().each(entries::add);
    return entries;
  }

  private OrderTable rows() {
    return new OrderTable(
        cloud.runtime().clients().dynamoDb(), cloud.runtime().settings().orderTable());
  }

  @Test
  @DisplayName("row 13: version 3 before 2 is parked; after 2 both are applied, in order")
  void outOfOrder() throws Exception {
    RequestStreamHandler worker = strict();
    assertEquals(List.of(), failures(worker, batch(event(1), event(3))));
    assertEquals(List.of("e-1"), applied("strict"));
    assertTrue(cloud.lines().contains("\"outcome\":\"parked\""), cloud.lines());
    assertTrue(cloud.lines().contains("\"Parked\":1"), cloud.lines());

    assertEquals(List.of(), failures(worker, batch(event(2))));

    assertEquals(List.of("e-1", "e-2", "e-3"), applied("strict"));
    assertEquals(List.of(), parked());
    assertEquals(0, rows().cursor(SUBJECT).parked());
  }

  @Test
  @DisplayName("row 13: all of a subject's events backwards, doubled: each once, in order")
  void backwards() throws Exception {
    RequestStreamHandler worker = strict();
    for (int version = 9; version >= 1; version--) {
      assertEquals(List.of(), failures(worker, batch(event(version), event(version))));
    }
    List<String> all = IntStream.rangeClosed(1, 9).mapToObj(version -> "e-" + version).toList();
    assertEquals(all, applied("strict"));
    for (int version = 1; version <= 9; version++) {
      assertEquals(List.of(), failures(worker, batch(event(version))));
    }
    assertEquals(all, applied("strict"));
    assertEquals(List.of(), parked());
  }

  @Test
  @DisplayName("row 13: sixteen instances at once, shuffled and doubled: each once, in order")
  void manyInstances() throws Exception {
    List<String> bodies = new ArrayList<>();
    for (int version = 1; version <= 24; version++) {
      bodies.add(event(version));
      bodies.add(event(version));
    }
    Collections.shuffle(bodies, new Random(7));
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<String> left = bodies;
      while (!left.isEmpty()) {
        List<Callable<List<String>>> deliveries = new ArrayList<>();
        for (String body : left) {
          RequestStreamHandler worker = strict();
          deliveries.add(
              () ->
                  failures(worker, batch(body), TestContext.of(30_000)).isEmpty()
                      ? List.of()
                      : List.of(body));
        }
        List<String> again = new ArrayList<>();
        for (Future<List<String>> delivery : threads.invokeAll(deliveries)) {
          again.addAll(delivery.get());
        }
        left = again;
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(
        IntStream.rangeClosed(1, 24).mapToObj(version -> "e-" + version).toList(),
        applied("strict"));
    assertEquals(List.of(), parked());
    assertEquals(0, rows().cursor(SUBJECT).parked());
  }

  @Test
  @DisplayName("row 13: stopped after the gap was filled: the redelivery goes on with what waited")
  void stoppedBetween() throws Exception {
    RequestStreamHandler worker = strict();
    failures(worker, batch(event(1), event(3)));
    AtomicBoolean ill = new AtomicBoolean();
    cloud.faults.add(
        call -> {
          if (call.operation().equals("TransactWriteItems") && call.body().contains("e-2")) {
            ill.set(true);
          }
          return ill.get() && call.operation().equals("Query") ? Fault.internalError() : null;
        });
    assertEquals(List.of("m-0"), failures(worker, batch(event(2))));
    cloud.faults.clear();
    assertEquals(List.of("e-1", "e-2"), applied("strict"));

    assertEquals(List.of(), failures(worker, batch(event(2))));
    assertEquals(List.of("e-1", "e-2", "e-3"), applied("strict"));
  }

  @Test
  @DisplayName("row 13: the gap is filled while the early one is being parked: it is not stranded")
  void filledMeanwhile() throws Exception {
    RequestStreamHandler worker = strict();
    failures(worker, batch(event(1)));
    AtomicBoolean once = new AtomicBoolean();
    RequestStreamHandler other = strict();
    cloud.faults.add(
        call ->
            call.operation().equals("TransactWriteItems")
                    && call.body().contains("parked#")
                    && once.compareAndSet(false, true)
                ? new Action.Before(() -> quietly(other, event(2)))
                : null);
    assertEquals(List.of(), failures(worker, batch(event(3))));
    assertTrue(once.get());
    assertEquals(List.of("e-1", "e-2", "e-3"), applied("strict"));
    assertEquals(List.of(), parked());
  }

  private static void quietly(RequestStreamHandler worker, String body) {
    try {
      failures(worker, batch(body));
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName("row 14: version 2 after 3 is dropped as stale, and recorded")
  void latestWinsDrops() throws Exception {
    RequestStreamHandler worker = latestWins();
    assertEquals(List.of(), failures(worker, batch(event(1), event(3), event(2), event(3))));
    assertEquals(List.of("e-1", "e-3"), applied("latest"));
    EntityState<Wallet> seen =
        cloud
            .runtime()
            .entities(Sample.follow("latest", Ordering.LATEST_WINS).changes())
            .current("p-1");
    assertEquals(new EntityState<>("p-1", 2, new Wallet(103)), seen);

    InboxRow row = cloud.runtime().commits().inbox().find("latest#arcade#e-2").orElseThrow();
    assertEquals(InboxRow.Outcome.STALE, row.outcome());
    assertTrue(String.valueOf(row.reason()).endsWith("2 came after 0000000000000000003"));
    assertTrue(cloud.lines().contains("\"outcome\":\"stale\""), cloud.lines());
    assertTrue(cloud.lines().contains("\"Stale\":1"), cloud.lines());
    assertEquals(List.of(), failures(worker, batch(event(2))));
    assertEquals(List.of("e-1", "e-3"), applied("latest"));
  }

  @Test
  @DisplayName("row 50: a stale event stays stale when the inbox has forgotten it")
  void forgotten() throws Exception {
    RequestStreamHandler latest = latestWins();
    RequestStreamHandler strict = strict();
    for (RequestStreamHandler worker : List.of(latest, strict)) {
      failures(worker, batch(event(1), event(2)));
    }
    for (String worker : List.of("latest", "strict")) {
      for (int version = 1; version <= 2; version++) {
        String key = worker + "#arcade#e-" + version;
        cloud
            .runtime()
            .clients()
            .dynamoDb()
            .deleteItem(
                request ->
                    request
                        .tableName(cloud.runtime().settings().inboxTable())
                        .key(Map.of("pk", text(key))));
      }
    }
    for (RequestStreamHandler worker : List.of(latest, strict)) {
      assertEquals(List.of(), failures(worker, batch(event(2), event(1))));
    }
    assertEquals(List.of("e-1", "e-2"), applied("latest"));
    assertEquals(List.of("e-1", "e-2"), applied("strict"));
  }

  @Test
  @DisplayName(
      "row 15: a gap that nobody fills: a metric after the limit; a tool sees and releases")
  void neverFilled() throws Exception {
    MovedClock clock = new MovedClock();
    RequestStreamHandler worker =
        QueueFunction.of(Sample.follow("strict", Ordering.STRICT), cloud.runtime(clock, Map.of()));
    failures(worker, batch(event(1), event(3), event(4)));

    sweep(clock);
    assertTrue(cloud.lines().contains("\"ParkedTooLong\":0"), cloud.lines());
    clock.move(Duration.ofMinutes(16));
    sweep(clock);
    assertTrue(cloud.lines().contains("\"ParkedTooLong\":2"), cloud.lines());
    assertTrue(cloud.lines().contains("\"ParkedNow\":2"), cloud.lines());
    assertTrue(cloud.lines().contains("\"ParkedSeconds\":960"), cloud.lines());
    assertTrue(cloud.lines().contains("parked for too long"), cloud.lines());

    Parking parking = cloud.runtime().parking();
    List<Parking.Entry> listed = new ArrayList<>();
    String next = null;
    do {
      var page = parking.list("strict", next, 1);
      listed.addAll(page.items());
      next = page.next();
    } while (next != null);
    assertEquals(2, listed.size());
    assertEquals(SUBJECT, listed.get(0).partition());
    ParkedEvent shown = parking.show(SUBJECT, listed.get(0).sequence()).orElseThrow();
    assertTrue(shown.event().contains("\"amount\""), shown.event());

    ParkedEvent first = parking.release(SUBJECT).orElseThrow();
    assertEquals("e-3", first.id());
    assertEquals(List.of(), failures(worker, batch(first.event())));
    assertEquals(List.of("e-1", "e-3", "e-4"), applied("strict"));
    assertEquals(List.of(), parked());
    // What was missing comes after all: its time has passed.
    assertEquals(List.of(), failures(worker, batch(event(2))));
    assertEquals(List.of("e-1", "e-3", "e-4"), applied("strict"));
  }

  @Test
  @DisplayName("row 15: a consumer that is new to a subject can be let go on, too")
  void newToTheSubject() throws Exception {
    RequestStreamHandler worker = strict();
    failures(worker, batch(event(3), event(4)));
    assertEquals(List.of(), applied("strict"));

    ParkedEvent first = cloud.runtime().parking().release(SUBJECT).orElseThrow();
    assertEquals("e-3", first.id());
    assertEquals(List.of(), failures(worker, batch(first.event())));
    assertEquals(List.of("e-3", "e-4"), applied("strict"));
  }

  private void sweep(MovedClock clock) throws Exception {
    Payloads.invoke(
        RelayFunction.of(cloud.runtime(clock, Map.of())),
        "{\"sweep\":true}".getBytes(StandardCharsets.UTF_8),
        TestContext.of(60_000));
  }

  @Test
  @DisplayName("a parked event that comes with another payload is quarantined; what waits stays")
  void otherPayload() throws Exception {
    RequestStreamHandler worker = strict();
    failures(worker, batch(event(3)));
    assertEquals(List.of(), failures(worker, batch(credited("e-3", "p-1", 3, 2, 99))));
    assertTrue(cloud.quarantined().get(0).contains("payload-changed"));
    assertEquals(1, parked().size());
  }

  @Test
  @DisplayName("what waited and can never be applied is quarantined; what follows goes on waiting")
  void poisonWaits() throws Exception {
    RequestStreamHandler worker = strict();
    failures(worker, batch(event(1), credited("e-3", "p-1", 3, 2, 13), event(4)));
    assertEquals(List.of(), failures(worker, batch(event(2))));
    assertEquals(List.of("e-1", "e-2"), applied("strict"));
    assertTrue(cloud.quarantined().get(0).contains("decision-invalid"), cloud.quarantined().get(0));
    assertEquals(1, parked().size());
    assertEquals(1, rows().cursor(SUBJECT).parked());
    // Mended and sent back, it fills its own gap.
    assertEquals(List.of(), failures(worker, batch(event(3))));
    assertEquals(List.of("e-1", "e-2", "e-3", "e-4"), applied("strict"));
  }

  @Test
  @DisplayName("what waited and throws each time goes before its neighbour's receives are used up")
  void throwingWaits() throws Exception {
    RequestStreamHandler worker = strict();
    failures(worker, batch(event(1), credited("e-3", "p-1", 3, 2, 666), event(4)));
    int receives = 1;
    while (!failures(worker, batch(event(2))).isEmpty()) {
      receives++;
    }
    assertEquals(4, receives, "the queue gives five");
    assertEquals(List.of("e-1", "e-2"), applied("strict"));
    assertTrue(cloud.lines().contains("attempts-exhausted"), cloud.lines());
    assertEquals(1, parked().size(), "what follows goes on waiting");
    // Once the bug is mended it is sent back.
    assertEquals(List.of(), failures(worker, batch(event(3))));
    assertEquals(List.of("e-1", "e-2", "e-3", "e-4"), applied("strict"));
  }

  @Test
  @DisplayName("what can never be applied is quarantined at once, not parked")
  void invalidIsNotParked() throws Exception {
    failures(strict(), batch(credited("e-3", "p-1", 3, 2, -5)));
    assertTrue(cloud.quarantined().get(0).contains("schema-violated"));
    assertEquals(List.of(), parked());
  }

  @Test
  @DisplayName("an event without sequence has no order: quarantined")
  void noSequence() throws Exception {
    failures(
        strict(),
        batch(Payloads.event("wallet-credited.v1", "1.0", "e-1", Payloads.data("p-1", 5))));
    assertTrue(cloud.quarantined().get(0).contains("no-sequence"));
  }

  @Test
  @DisplayName("no more than a hundred wait; the hundred and first stays in its queue")
  void full() throws Exception {
    RequestStreamHandler worker = strict();
    assertEquals(List.of(), failures(worker, batch(event(1), event(3))));
    parkedSoFar(OrderTable.MOST_PARKED);
    assertEquals(List.of("m-1"), failures(worker, batch(event(3), event(4))), "3 waits already");
    parkedSoFar(1);
    assertEquals(List.of(), failures(worker, batch(event(4), event(2))));
    assertEquals(List.of("e-1", "e-2", "e-3", "e-4"), applied("strict"));
  }

  private void parkedSoFar(int count) {
    cloud
        .runtime()
        .clients()
        .dynamoDb()
        .updateItem(
            request ->
                request
                    .tableName(cloud.runtime().settings().orderTable())
                    .key(Map.of("pk", text(SUBJECT), "sk", text("cursor")))
                    .updateExpression("SET parked = :count")
                    .expressionAttributeValues(Map.of(":count", number(count))));
  }

  @Test
  @DisplayName("a worker that becomes strict steps over what it has handled before")
  void becomesStrict() throws Exception {
    failures(
        QueueFunction.of(Sample.follow("strict", Ordering.COMMUTATIVE), cloud.runtime()),
        batch(event(1), event(2)));
    assertFalse(rows().cursor(SUBJECT).isPast("0000000000000000001"));
    assertEquals(List.of(), failures(strict(), batch(event(2), event(3), event(1))));
    assertEquals(List.of("e-1", "e-2", "e-3"), applied("strict"));
    assertEquals(List.of(), parked());
  }
}
