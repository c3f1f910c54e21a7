package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.testing.MovedClock;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Wallet;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.Ordering;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ArchiveReplayTest {
  /** All events of the payloads are of this clock's beginning. */
  private final MovedClock clock = new MovedClock();

  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  private RequestStreamHandler credit() {
    return QueueFunction.of(Sample.creditWallet(), cloud.runtime(clock, Map.of()));
  }

  /** As the service marks it (Amazon EventBridge, "Replaying archived events"). */
  private static String replayed(String event) {
    return event.replaceFirst("\\{", "{\"replay-name\":\"again\",");
  }

  private long balance() {
    return cloud.runtime().entities(Sample.WALLETS).current("p-1").orElse(new Wallet(0)).balance();
  }

  private void forget(String inboxKey) {
    cloud
        .runtime()
        .clients()
        .dynamoDb()
        .deleteItem(
            delete ->
                delete
                    .tableName(cloud.runtime().settings().inboxTable())
                    .key(Map.of("pk", AttributeValue.fromS(inboxKey))));
  }

  @Test
  @DisplayName(
      "50: a replay within the inbox's horizon: what was handled is a double, what was not"
          + " is decided on")
  void withinTheHorizon() throws Exception {
    assertEquals(List.of(), failures(credit(), batch(deposit("e-1", "p-1", 5))));
    clock.move(Duration.ofDays(29));

    assertEquals(
        List.of(),
        failures(
            credit(),
            batch(replayed(deposit("e-1", "p-1", 5)), replayed(deposit("e-2", "p-1", 7)))));

    assertEquals(12, balance());
    assertEquals(List.of(), cloud.quarantined());
  }

  @Test
  @DisplayName("50: a replay from before the inbox's horizon is refused and kept aside with reason")
  void beyondTheHorizon() throws Exception {
    assertEquals(List.of(), failures(credit(), batch(deposit("e-1", "p-1", 5))));
    clock.move(Duration.ofDays(30));
    forget("credit-wallet#arcade#e-1");

    String event = replayed(deposit("e-1", "p-1", 5));
    assertEquals(List.of(), failures(credit(), batch(event)));

    assertEquals(5, balance(), "no second effect");
    assertEquals(1, cloud.quarantined().size());
    String aside = cloud.quarantined().get(0);
    assertTrue(aside.contains("\"replay-too-old\""), aside);
    assertTrue(aside.contains("remembers 30 days"), aside);
    // Not a replay: who sends it means it.
    assertEquals(List.of(), failures(credit(), batch(deposit("e-3", "p-1", 1))));
    assertEquals(6, balance());
  }

  @Test
  @DisplayName("50: what the inbox still holds beyond its horizon is a double like any other")
  void rememberedLonger() throws Exception {
    assertEquals(List.of(), failures(credit(), batch(deposit("e-1", "p-1", 5))));
    clock.move(Duration.ofDays(40));

    assertEquals(List.of(), failures(credit(), batch(replayed(deposit("e-1", "p-1", 5)))));

    assertEquals(5, balance());
    assertEquals(List.of(), cloud.quarantined());
  }

  @Test
  @DisplayName("50: who keeps a sequence for each subject takes any replay: it is stale")
  void sequenceTells() throws Exception {
    for (Ordering ordering : List.of(Ordering.STRICT, Ordering.LATEST_WINS)) {
      String name = ordering == Ordering.STRICT ? "strict" : "latest";
      RequestStreamHandler worker =
          QueueFunction.of(Sample.follow(name, ordering), cloud.runtime(clock, Map.of()));
      String first = Payloads.credited("e-1", "p-1", 1, 0, 101);
      assertEquals(
          List.of(), failures(worker, batch(first, Payloads.credited("e-2", "p-1", 2, 1, 102))));
      clock.move(Duration.ofDays(400));
      forget(name + "#arcade#e-1");

      assertEquals(List.of(), failures(worker, batch(replayed(first))));

      assertEquals(2, cloud.runtime().log().after(name + "#p-1", 0, 10).items().size());
      assertEquals(List.of(), cloud.quarantined());
    }
  }

  @Test
  @DisplayName("50: a replay calls nobody outside: what was not handled is kept aside")
  void noCallsOutside() throws Exception {
    AtomicInteger called = new AtomicInteger();
    RequestStreamHandler worker =
        QueueFunction.of(
            WorkerDefinition.named("settle", Sample.DEPOSIT_V2)
                .using(DependencySettings.of("gateway", Duration.ofMinutes(1)))
                .decidedUsing(
                    (event, state, dependencies) -> {
                      dependencies.named("gateway").call(called::incrementAndGet);
                      return Decision.unchanged();
                    }),
            cloud.runtime(clock, Map.of()));
    assertEquals(List.of(), failures(worker, batch(deposit("e-1", "p-1", 5))));

    assertEquals(
        List.of(),
        failures(
            worker, batch(replayed(deposit("e-1", "p-1", 5)), replayed(deposit("e-2", "p-1", 5)))));

    assertEquals(1, called.get());
    assertEquals(1, cloud.quarantined().size());
    assertTrue(
        cloud.quarantined().get(0).contains("\"replay-calls-outside\""),
        cloud.quarantined().toString());
  }

  @Test
  @DisplayName("50: a rule that cuts events hands the replay's name on")
  void cutByTheRule() throws Exception {
    clock.move(Duration.ofDays(31));
    String cut =
        Payloads.detail(
                "deposit-received.v2",
                "urn:eventwright:arcade:deposit-received:2.0",
                "e-1",
                Payloads.data("p-1", 5))
            .replaceFirst("\\{", "{\"replayname\":\"again\",");

    assertEquals(List.of(), failures(credit(), batch(cut)));

    assertEquals(0, balance());
    assertTrue(
        cloud.quarantined().get(0).contains("\"replay-too-old\""), cloud.quarantined().toString());
  }
}
