package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.log.EntityKey;
import io.eventwright.runtime.log.LogVerifier;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicatesTest {
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

  @Test
  @DisplayName("row 1: the same message twice in one batch has one effect and one audit row")
  void sameMessageTwiceInOneBatch() throws Exception {
    List<String> failed =
        failures(worker(), batch(deposit("e-1", "p-1", 5), deposit("e-1", "p-1", 5)));

    assertEquals(List.of(), failed);
    assertEquals(new EntityState<>("p-1", 1, new Sample.Wallet(5)), wallet("p-1"));
    assertTrue(cloud.lines().contains("\"Deduplicated\":1"), cloud.lines());
    assertTrue(cloud.lines().contains("\"Applied\":1"), cloud.lines());
  }

  @Test
  @DisplayName("row 2: the same event at 16 instances at once has one effect, and no loser fails")
  void sameEventAtManyInstances() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<List<String>>> instances = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        RequestStreamHandler instance = worker();
        instances.add(() -> failures(instance, batch(deposit("e-1", "p-1", 5))));
      }
      for (Future<List<String>> answer : threads.invokeAll(instances)) {
        assertEquals(List.of(), answer.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(new EntityState<>("p-1", 1, new Sample.Wallet(5)), wallet("p-1"));
  }

  @Test
  @DisplayName("row 3: once the row is gone nothing is promised: the memory is what was configured")
  void gone() throws Exception {
    failures(worker(), batch(deposit("e-1", "p-1", 5)));
    var dynamoDb = cloud.runtime().clients().dynamoDb();
    String inbox = cloud.runtime().settings().inboxTable();
    dynamoDb
        .scan(scan -> scan.tableName(inbox))
        .items()
        .forEach(
            row ->
                dynamoDb.deleteItem(
                    delete -> delete.tableName(inbox).key(Map.of("pk", row.get("pk")))));
    failures(worker(), batch(deposit("e-1", "p-1", 5)));
    assertEquals(new EntityState<>("p-1", 2, new Sample.Wallet(10)), wallet("p-1"));
  }

  @Test
  @DisplayName("row 3: an inbox row whose time to live has passed counts as long as it is there")
  void expiredButPresent() throws Exception {
    Clock then = Clock.offset(Clock.systemUTC(), Duration.ofDays(-45));
    RequestStreamHandler past =
        QueueFunction.of(Sample.creditWallet(), cloud.runtime(then, Map.of()));
    failures(past, batch(deposit("e-1", "p-1", 5)));
    failures(worker(), batch(deposit("e-1", "p-1", 5)));

    assertEquals(new EntityState<>("p-1", 1, new Sample.Wallet(5)), wallet("p-1"));
  }

  @Test
  @DisplayName("row 4: a redrive has a new message id and is recognised all the same")
  void redrive() throws Exception {
    RequestStreamHandler worker = worker();
    failures(worker, batch(deposit("e-1", "p-1", 5)));
    // In this batch the same body is message m-1.
    failures(worker, batch(deposit("e-2", "p-1", 1), deposit("e-1", "p-1", 5)));

    assertEquals(new EntityState<>("p-1", 2, new Sample.Wallet(6)), wallet("p-1"));
  }

  @Test
  @DisplayName("row 5: the same event id with another payload is quarantined, the effect kept")
  void otherPayload() throws Exception {
    List<String> failed =
        failures(worker(), batch(deposit("e-1", "p-1", 5), deposit("e-1", "p-1", 7)));

    assertEquals(List.of(), failed);
    assertEquals(new EntityState<>("p-1", 1, new Sample.Wallet(5)), wallet("p-1"));
    assertEquals(1, cloud.quarantined().size());
    JsonObject message = (JsonObject) Json.parse(cloud.quarantined().get(0));
    assertEquals("\"payload-changed\"", String.valueOf(message.get("reason")));
    assertTrue(cloud.lines().contains("\"Quarantined-payload-changed\":1"), cloud.lines());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"amount\":5,\"player\":\"p-1\"}",
        "{ \"player\" : \"p-1\",\n\"amount\" : 5.0 }",
        "{\"player\":\"p\\u002d1\",\"amount\":50e-1}"
      })
  @DisplayName("row 6: the same payload written otherwise is the same payload")
  void writtenOtherwise(String data) throws Exception {
    RequestStreamHandler worker = worker();
    failures(worker, batch(deposit("e-1", "p-1", 5)));
    failures(worker, batch(Payloads.event("deposit-received.v2", "2.0", "e-1", data)));

    assertEquals(List.of(), cloud.quarantined());
    assertEquals(new EntityState<>("p-1", 1, new Sample.Wallet(5)), wallet("p-1"));
  }

  @Test
  @DisplayName("row 47: a refusal stands although the state would let the event through by now")
  void refusalStandsWhenTheStateHasChanged() throws Exception {
    RequestStreamHandler spend =
        QueueFunction.of(
            WorkerDefinition.named("spend", Sample.DEPOSIT_V2, Sample.WALLETS)
                .keyedBy(event -> event.data().player())
                .decidedBy(
                    (event, wallet) -> {
                      long left =
                          wallet.orElse(new Sample.Wallet(0)).balance() - event.data().amount();
                      return left < 0
                          ? Decision.refuse("insufficient-funds", "the wallet holds less")
                          : Decision.next(new Sample.Wallet(left));
                    }),
            cloud.runtime());
    failures(spend, batch(deposit("e-spend", "p-1", 8)));
    failures(worker(), batch(deposit("e-credit", "p-1", 20)));
    failures(spend, batch(deposit("e-spend", "p-1", 8)));
    assertEquals(new EntityState<>("p-1", 1, new Sample.Wallet(20)), wallet("p-1"));

    failures(spend, batch(deposit("e-another", "p-1", 8)));
    assertEquals(new EntityState<>("p-1", 2, new Sample.Wallet(12)), wallet("p-1"));
  }

  @Test
  @DisplayName("row 47: a refusal stands when the event comes again")
  void refusalStands() throws Exception {
    RequestStreamHandler worker = worker();
    failures(worker, batch(deposit("e-1", "p-1", 13)));
    failures(worker, batch(deposit("e-2", "p-1", 5), deposit("e-1", "p-1", 13)));

    assertEquals(new EntityState<>("p-1", 1, new Sample.Wallet(5)), wallet("p-1"));
    assertTrue(cloud.lines().contains("\"outcome\":\"refused\",\"reason\":\"unlucky\""));
    assertTrue(cloud.lines().contains("\"outcome\":\"duplicate\",\"reason\":\"REFUSED\""));
  }

  @Test
  @DisplayName("row 52: one handler object under 32 threads gives the same totals")
  void manyThreads() throws Exception {
    RequestStreamHandler worker = worker();
    ExecutorService threads = Executors.newFixedThreadPool(32);
    try {
      List<Callable<List<String>>> calls = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        String[] bodies = new String[4];
        for (int j = 0; j < bodies.length; j++) {
          // Each event comes twice, in two calls; eight wallets are shared by all.
          int event = (i / 2) * 4 + j;
          bodies[j] = deposit("e-" + event, "p-" + event % 8, 1);
        }
        calls.add(() -> failures(worker, batch(bodies), TestContext.of(60_000)));
      }
      List<String> left = new ArrayList<>();
      for (Future<List<String>> answer : threads.invokeAll(calls)) {
        left.addAll(answer.get());
      }
      assertEquals(List.of(), left);
    } finally {
      threads.shutdownNow();
    }
    LogVerifier verifier = new LogVerifier(cloud.runtime().log());
    for (int i = 0; i < 8; i++) {
      assertEquals(new EntityState<>("p-" + i, 16, new Sample.Wallet(16)), wallet("p-" + i));
      assertEquals(List.of(), verifier.verify(new EntityKey("wallet", "p-" + i)).findings());
    }
  }
}
