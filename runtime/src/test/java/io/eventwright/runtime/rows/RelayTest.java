package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.function.RelayFunction;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.Fault.Action;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.StandIn.BusEntry;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RelayTest {
  private static final byte[] SCHEDULE = "{\"sweep\":true}".getBytes(StandardCharsets.UTF_8);
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private void credit(String player, int times) throws Exception {
    credit(cloud.runtime().clock(), player, times);
  }

  private void credit(Clock clock, String player, int times) throws Exception {
    RequestStreamHandler worker =
        QueueFunction.of(Sample.creditWallet(), cloud.runtime(clock, Map.of()));
    for (int i = 0; i < times; i++) {
      String id = player + "-" + System.nanoTime();
      assertEquals(List.of(), failures(worker, batch(deposit(id, player, 1))));
    }
  }

  private RequestStreamHandler relay() {
    return RelayFunction.of(cloud.runtime());
  }

  private RequestStreamHandler relayAt(Duration later) {
    return RelayFunction.of(cloud.runtime(Clock.offset(Clock.systemUTC(), later), Map.of()));
  }

  /** A stream's batch that names these players' wallets, in order. */
  private static byte[] doorbell(String... players) {
    List<String> records = new ArrayList<>();
    for (String player : players) {
      records.add(
          """
          {"eventID":"x","eventName":"INSERT","dynamodb":{"SequenceNumber":"%d","StreamViewType":"KEYS_ONLY",\
          "Keys":{"pk":{"S":"wallet#%s"},"sk":{"S":"v0000000000000000001"}}}}"""
              .formatted(1000 + records.size(), player));
    }
    return ("{\"Records\":[" + String.join(",", records) + "]}").getBytes(StandardCharsets.UTF_8);
  }

  private List<String> sequences(String player) {
    return cloud.published().stream()
        .filter(entry -> Objects.equals(entry.text("subject"), "wallet/" + player))
        .map(entry -> String.valueOf(entry.text("sequence")).replaceFirst("^0+", ""))
        .toList();
  }

  @Test
  @DisplayName("an event on the bus carries its sequence, its previous, its cause and its journey")
  void envelope() throws Exception {
    credit("p-1", 2);
    assertEquals(List.of(), failures(relay(), doorbell("p-1")));

    BusEntry second = cloud.published().get(1);
    assertEquals("arcade", second.source());
    assertEquals("wallet-credited.v1", second.detailType());
    assertEquals("0000000000000000002", second.text("sequence"));
    assertEquals("0000000000000000001", second.text("previous"));
    assertEquals("urn:eventwright:arcade:wallet-credited:1.1", second.text("dataschema"));
    assertEquals("journey-1", second.text("correlationid"));
    assertTrue(String.valueOf(second.text("causationid")).startsWith("p-1-"));
    assertTrue(String.valueOf(second.text("traceparent")).startsWith("00-0af7"));
    assertTrue(cloud.lines().contains("\"Consumer\":\"relay\",\"Published\":2"), cloud.lines());
  }

  @Test
  @DisplayName("row 36: stopped between publishing and watermark: published again, in order")
  void stoppedBeforeWatermark() throws Exception {
    credit("p-1", 3);
    cloud.faults.add(Fault.times(20, "UpdateItem", Fault.internalError()));
    assertEquals(List.of("1000"), failures(relay(), doorbell("p-1")));
    assertEquals(List.of("1", "2", "3"), sequences("p-1"));
    cloud.faults.clear();

    credit("p-1", 1);
    assertEquals(List.of(), failures(relay(), doorbell("p-1")));

    assertEquals(List.of("1", "2", "3", "1", "2", "3", "4"), sequences("p-1"));
    assertEquals(4, cloud.published().stream().map(entry -> entry.text("id")).distinct().count());
  }

  @Test
  @DisplayName("row 36: down for 30 hours, the stream's records gone: the sweep publishes all")
  void downForLong() throws Exception {
    Payloads.invoke(relayAt(Duration.ofHours(-31)), SCHEDULE, TestContext.of(60_000));
    Clock then = Clock.offset(Clock.systemUTC(), Duration.ofHours(-30));
    for (int i = 0; i < 12; i++) {
      credit(then, "p-" + i, 2);
    }
    credit(Clock.offset(Clock.systemUTC(), Duration.ofHours(-3)), "p-0", 1);

    Payloads.invoke(relay(), SCHEDULE, TestContext.of(90_000));

    assertEquals(List.of("1", "2", "3"), sequences("p-0"));
    for (int i = 1; i < 12; i++) {
      assertEquals(List.of("1", "2"), sequences("p-" + i));
    }
    int published = cloud.published().size();
    Payloads.invoke(relay(), SCHEDULE, TestContext.of(90_000));
    assertEquals(published, cloud.published().size(), "a second sweep finds nothing to do");
  }

  @Test
  @DisplayName("row 36: the very first sweep finds what was written before it, however old")
  void firstSweep() throws Exception {
    credit(Clock.offset(Clock.systemUTC(), Duration.ofDays(-20)), "p-1", 2);
    Payloads.invoke(relay(), SCHEDULE, TestContext.of(60_000));
    assertEquals(List.of("1", "2"), sequences("p-1"));
  }

  @Test
  @DisplayName("row 48: a bell that comes after the sweep finds nothing to do")
  void lateBell() throws Exception {
    credit("p-1", 3);
    Payloads.invoke(relayAt(Duration.ofMinutes(1)), SCHEDULE, TestContext.of(30_000));
    assertEquals(List.of("1", "2", "3"), sequences("p-1"));
    assertEquals(List.of(), failures(relay(), doorbell("p-1", "p-1")));
    assertEquals(List.of("1", "2", "3"), sequences("p-1"), "not once more");
  }

  @Test
  @DisplayName("the sweep leaves what has just been written to the doorbell, and comes back for it")
  void sweepLeavesFreshOnes() throws Exception {
    credit("p-1", 1);
    Payloads.invoke(relay(), SCHEDULE, TestContext.of(60_000));
    assertEquals(List.of(), sequences("p-1"));
    Payloads.invoke(relayAt(Duration.ofMinutes(1)), SCHEDULE, TestContext.of(60_000));
    assertEquals(List.of("1"), sequences("p-1"));
  }

  @Test
  @DisplayName(
      "row 37: a failed entry and the later ones of its entity go again, others do not wait")
  void partialFailure() throws Exception {
    credit("p-1", 3);
    credit("p-2", 2);
    cloud.bus().refuse =
        entry ->
            Objects.equals(entry.text("subject"), "wallet/p-1")
                    && Objects.equals(entry.text("sequence"), "0000000000000000002")
                ? "ThrottlingException"
                : null;

    assertEquals(List.of(), failures(relay(), doorbell("p-1", "p-2")), "nobody waits for p-1");
    assertEquals(List.of("1", "2"), sequences("p-2"));
    credit("p-3", 1);
    assertEquals(List.of(), failures(relay(), doorbell("p-1", "p-3")), "nor in the next batch");
    assertEquals(List.of("1"), sequences("p-3"));
    Payloads.invoke(relayAt(Duration.ofMinutes(20)), SCHEDULE, TestContext.of(60_000));
    assertTrue(cloud.lines().contains("\"OutboxBehindSeconds\":1"), "twenty minutes are 1200 s");

    cloud.bus().refuse = entry -> null;
    assertEquals(List.of(), failures(relay(), doorbell("p-1", "p-2")));

    // 3 was in the same call as the failed 2, and goes again after it.
    assertEquals(List.of("1", "3", "3", "3", "2", "3"), sequences("p-1"));
    assertEquals(List.of("1", "2"), sequences("p-2"));
  }

  @Test
  @DisplayName("row 37: an entry that the bus will never take is quarantined and passed")
  void permanentlyBad() throws Exception {
    credit("p-1", 3);
    cloud.bus().refuse =
        entry ->
            Objects.equals(entry.text("sequence"), "0000000000000000002")
                ? "MalformedDetail"
                : null;

    assertEquals(List.of(), failures(relay(), doorbell("p-1")));

    assertEquals(List.of("1", "3"), sequences("p-1"));
    assertEquals(1, cloud.quarantined().size());
    assertTrue(cloud.quarantined().get(0).contains("\"reason\":\"unpublishable\""));
    assertTrue(cloud.quarantined().get(0).contains("wallet#p-1#0000000000000000002"));
  }

  @Test
  @DisplayName("row 37: what is refused for good waits while the quarantine is out of reach")
  void quarantineDown() throws Exception {
    credit("p-1", 2);
    cloud.bus().refuse = entry -> "MalformedDetail";
    cloud.faults.add(Fault.times(20, "SendMessage", Fault.internalError()));

    assertEquals(List.of("1000"), failures(relay(), doorbell("p-1")));

    cloud.faults.clear();
    cloud.bus().refuse = entry -> null;
    assertEquals(List.of(), failures(relay(), doorbell("p-1")));
    assertEquals(List.of("1", "2"), sequences("p-1"));
  }

  @Test
  @DisplayName(
      "row 48: doorbells shuffled, doubled, split and lost: all events, each entity in order")
  void shuffledDoorbells() throws Exception {
    List<String> rung = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      credit("p-" + i, 6);
      // The bell of p-4 is lost altogether.
      rung.addAll(Collections.nCopies(i == 4 ? 0 : 6, "p-" + i));
    }
    Collections.shuffle(rung, new Random(7));
    cloud.faults.add(Fault.times(2, "PutEvents", new Action.LoseAnswer()));
    for (int from = 0; from < rung.size(); from += 5) {
      String[] part = rung.subList(from, Math.min(rung.size(), from + 5)).toArray(new String[0]);
      while (!failures(relay(), doorbell(part)).isEmpty()) {
        assertTrue(cloud.published().size() < 1_000, "it comes to an end");
      }
    }
    Payloads.invoke(relayAt(Duration.ofMinutes(1)), SCHEDULE, TestContext.of(60_000));

    for (int i = 0; i < 5; i++) {
      List<String> first = sequences("p-" + i).stream().distinct().toList();
      assertEquals(List.of("1", "2", "3", "4", "5", "6"), first);
    }
  }
}
