package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.Clients;
import io.eventwright.runtime.Settings;
import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Amount;
import io.eventwright.runtime.testing.Sample.Wallet;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

class BatchTest {
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

  /** Amounts of 666 throw, all others are credited. */
  private RequestStreamHandler throwing(Supplier<? extends Throwable> failure) {
    return throwing(failure, cloud.runtime());
  }

  private static RequestStreamHandler throwing(
      Supplier<? extends Throwable> failure, SystemRuntime runtime) {
    WorkerDefinition<Amount, Wallet> good = Sample.creditWallet();
    return QueueFunction.of(
        WorkerDefinition.named("credit-wallet", Sample.DEPOSIT_V2, Sample.WALLETS)
            .keyedBy(event -> event.data().player())
            .emits(Sample.CREDITED)
            .decidedUsing(
                (event, state, dependencies) -> {
                  if (event.data().amount() == 666) {
                    BatchTest.<RuntimeException>sneak(failure.get());
                  }
                  return good.decider().decide(event, state, dependencies);
                }),
        runtime);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable failure) throws E {
    throw (E) failure;
  }

  private long version(String player) {
    return cloud.runtime().entities(Sample.WALLETS).current(player).version();
  }

  static Stream<Supplier<? extends Throwable>> errorsOfOneRecord() {
    return Stream.of(
        StackOverflowError::new,
        () -> new NoClassDefFoundError("com/example/Missing"),
        () -> new ExceptionInInitializerError(new IllegalStateException()),
        IllegalStateException::new,
        AssertionError::new);
  }

  @ParameterizedTest
  @MethodSource("errorsOfOneRecord")
  @DisplayName("row 21: an error in one record is that record's alone")
  void errorInOneRecord(Supplier<? extends Throwable> failure) throws Exception {
    List<String> failed =
        failures(
            throwing(failure),
            batch(deposit("e-0", "p-0", 1), deposit("e-1", "p-1", 666), deposit("e-2", "p-2", 1)));

    assertEquals(List.of("m-1"), failed);
    assertEquals(List.of(1L, 0L, 1L), List.of(version("p-0"), version("p-1"), version("p-2")));
  }

  @Test
  @DisplayName("row 22: out of memory ends the invocation, and nothing is committed half")
  void outOfMemory() {
    RequestStreamHandler worker = throwing(OutOfMemoryError::new);
    byte[] batch = batch(deposit("e-0", "p-0", 1), deposit("e-1", "p-1", 666));

    assertThrows(OutOfMemoryError.class, () -> failures(worker, batch));

    assertEquals(List.of(1L, 0L), List.of(version("p-0"), version("p-1")));
  }

  /** Tables with nothing in them: what is asked of them for a record that throws. */
  private static final class NoRows implements DynamoDbClient {
    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      return GetItemResponse.builder().build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      return QueryResponse.builder().items(List.of()).build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  @Test
  @DisplayName("row 23: when all 100 records fail, all 100 are named: 1,000 rounds, 32 at a time")
  void allFail() throws Exception {
    String[] bodies = new String[100];
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = deposit("e-" + i, "p-" + i, 666);
    }
    List<String> all = IntStream.range(0, 100).mapToObj(i -> "m-" + i).toList();
    byte[] batch = batch(bodies);
    assertEquals(all, failures(throwing(IllegalStateException::new), batch));

    Settings settings = cloud.runtime().settings();
    RequestStreamHandler worker =
        throwing(
            IllegalStateException::new,
            new SystemRuntime(
                settings,
                new Clients(settings, new NoRows()),
                Clock.systemUTC(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)));
    ExecutorService threads = Executors.newFixedThreadPool(32);
    try {
      Callable<List<String>> round = () -> failures(worker, batch, new TestContext(() -> 60_000));
      for (Future<List<String>> failed : threads.invokeAll(Collections.nCopies(1_000, round))) {
        assertEquals(all, failed.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  static Stream<Arguments> hostileBodies() {
    String deep = "{\"a\":".repeat(80_000) + "1" + "}".repeat(80_000);
    String nullField =
        deposit("e-1", "p-1", 5).replace("\"subject\":\"player/p-1\"", "\"subject\":null");
    return Map.<String, String>ofEntries(
            Map.entry("not-json 1", "this is no JSON"),
            Map.entry("not-json 2", "\u0000\u0001\ufffd binary"),
            Map.entry("not-json 3", "\ufeff" + deposit("e-1", "p-1", 5)),
            Map.entry("not-json 4", ""),
            Map.entry("not-json 5", deep),
            Map.entry("not-json 6", "{\"a\":1,\"a\":2}"),
            Map.entry("not-json 7", "{\"a\":1e999999999}"),
            Map.entry("not-json 8", deposit("e-1", "p-1", 5) + "x"),
            Map.entry("not-an-event 1", "null"),
            Map.entry("not-an-event 2", "[]"),
            Map.entry("not-an-event 3", "{}"),
            Map.entry("not-an-event 4", nullField),
            Map.entry(
                "not-an-event 5",
                deposit("e-1", "p-1", 5).replace("\"specversion\":\"1.0\"", "\"specversion\":1")),
            Map.entry("not-an-event 6", deposit("", "p-1", 5)),
            Map.entry("not-an-event 7", deposit("e".repeat(600), "p-1", 5)),
            Map.entry("not-an-event 8", "{\"detail-type\":\"x\",\"detail\":\"text\"}"),
            Map.entry("schema-violated 1", deposit("e-1", "p-1", -5)),
            Map.entry(
                "schema-violated 2", Payloads.event("deposit-received.v2", "2.0", "e-1", "null")),
            Map.entry("no-key 1", deposit("e-1", "", 5)),
            Map.entry("no-key 2", deposit("e-1", "p".repeat(900_000), 5)),
            Map.entry(
                "unknown-type 1",
                Payloads.event("deposit-received.v9", "9.0", "e-1", Payloads.data("p-1", 5))),
            Map.entry(
                "unknown-type 2",
                deposit("e-1", "p-1", 5).replace("\"source\":\"arcade\"", "\"source\":\"other\"")),
            Map.entry(
                "unknown-version 1",
                Payloads.event("deposit-received.v2", "1.0", "e-1", Payloads.data("p-1", 5))),
            Map.entry(
                "unknown-version 2",
                Payloads.event("deposit-received.v2", "2.x", "e-1", Payloads.data("p-1", 5))))
        .entrySet()
        .stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @Test
  @DisplayName(
      "rows 27, 28: what can never be taken is quarantined with its reason; the rest goes on")
  void hostile() throws Exception {
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    RequestStreamHandler worker = worker();
    List<Arguments> all = hostileBodies().toList();
    for (Arguments one : all) {
      String name = (String) one.get()[0];
      String body = (String) one.get()[1];
      int before = cloud.quarantined().size();
      List<String> failed = failures(worker, batch(body, deposit("good-" + name, "p-good", 1)));
      assertEquals(List.of(), failed, name);
      assertEquals(before + 1, cloud.quarantined().size(), name);
      JsonObject message = (JsonObject) Json.parse(cloud.quarantined().get(before));
      expected.add(name);
      found.add(text(message, "reason") + name.substring(name.indexOf(' ')));
      assertEquals(body, text(message, "message"), "the message is kept as it was");
      assertEquals("credit-wallet", text(message, "consumer"));
    }
    assertEquals(expected, found);
    assertEquals(all.size(), version("p-good"));
    assertEquals(0, version("p-1"));
  }

  @Test
  @DisplayName("row 27: the quarantine names the schema, the pointer, the event and its trace")
  void quarantineTellsWhy() throws Exception {
    failures(worker(), batch(deposit("e-1", "p-1", -5)));

    JsonObject message = (JsonObject) Json.parse(cloud.quarantined().get(0));
    JsonArray violations = (JsonArray) message.get("violations");
    assertEquals("urn:eventwright:arcade:deposit-received:2.0", text(message, "schema"));
    assertEquals("/amount", text((JsonObject) violations.get(0), "pointer"));
    assertEquals("e-1", text(message, "eventId"));
    assertEquals("journey-1", text(message, "correlationid"));
    assertTrue(text(message, "traceparent").startsWith("00-0af76519"));
  }

  @Test
  @DisplayName("row 27: what the quarantine cannot take stays, and fails")
  void quarantineFull() throws Exception {
    assertEquals(List.of("m-0"), failures(worker(), batch("x".repeat(1_100_000))));
    cloud.faults.add(Fault.times(9, "SendMessage", Fault.internalError()));
    assertEquals(List.of("m-0"), failures(worker(), batch("x")));
    assertEquals(List.of(), cloud.quarantined());
  }

  @Test
  @DisplayName("row 28: a newer minor is taken with its new fields, an older major is upcast")
  void versions() throws Exception {
    String newer = "{\"player\":\"p-1\",\"amount\":5,\"bonus\":{\"rate\":2}}";
    String v21 = Payloads.event("deposit-received.v2", "2.1", "e-1", newer);
    String v27 = Payloads.event("deposit-received.v2", "2.7", "e-2", newer);
    String old = Payloads.event("deposit-received.v1", "1.0", "e-3", Payloads.data("p-1", 1));

    assertEquals(List.of(), failures(worker(), batch(v27, old, v21)));

    // 2.1 is known here, and closed: the same field is a violation there.
    assertEquals(1, cloud.quarantined().size());
    assertTrue(cloud.quarantined().get(0).contains("\"eventId\":\"e-1\""));
    assertEquals(
        new Wallet(105),
        cloud.runtime().entities(Sample.WALLETS).current("p-1").orElse(new Wallet(0)));
  }

  @Test
  @DisplayName("a decision that breaks its own schema leaves no trace in the tables")
  void postcondition() throws Exception {
    RequestStreamHandler worker =
        QueueFunction.of(
            WorkerDefinition.named("credit-wallet", Sample.DEPOSIT_V2, Sample.WALLETS)
                .keyedBy(event -> event.data().player())
                .decidedBy((event, state) -> Decision.next(new Wallet(-1))),
            cloud.runtime());

    assertEquals(List.of(), failures(worker, batch(deposit("e-1", "p-1", 5))));

    assertTrue(cloud.quarantined().get(0).contains("\"reason\":\"decision-invalid\""));
    assertEquals(0, version("p-1"));
    assertEquals(0, cloud.calls.stream().filter(this::writes).count());
  }

  private boolean writes(Fault.Call call) {
    return call.operation().equals("TransactWriteItems") || call.operation().equals("PutItem");
  }

  @Test
  @DisplayName(
      "an entity that has grown beyond what a row holds is quarantined, not tried for ever")
  void tooLarge() throws Exception {
    RequestStreamHandler worker =
        QueueFunction.of(
            WorkerDefinition.named("credit-wallet", Sample.DEPOSIT_V2, Sample.WALLETS)
                .keyedBy(event -> "p-1")
                .emits(Sample.CREDITED)
                .decidedBy(
                    (event, state) ->
                        Decision.next(
                            new Wallet(1),
                            new io.eventwright.runtime.worker.Emission<>(
                                Sample.CREDITED, event.data()))),
            cloud.runtime());

    assertEquals(List.of(), failures(worker, batch(deposit("e-1", "p".repeat(450_000), 5))));

    assertTrue(
        cloud.quarantined().get(0).contains("\"reason\":\"too-large\""),
        cloud.quarantined().get(0).substring(0, 300));
  }

  @Test
  @DisplayName("row 46: a trace context that is none is passed on, and breaks nothing")
  void malformedTrace() throws Exception {
    String odd = deposit("e-1", "p-1", 5).replaceAll("\"00-0af7[^\"]*\"", "\"not a trace\"");
    byte[] batch =
        new String(batch(odd), java.nio.charset.StandardCharsets.UTF_8)
            .replace(
                "\"ApproximateReceiveCount\":\"1\"",
                "\"ApproximateReceiveCount\":\"one\",\"AWSTraceHeader\":\"Root=;;=\"")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);

    assertEquals(List.of(), failures(worker(), batch));

    assertEquals(
        "not a trace",
        cloud.runtime().log().latest("wallet#p-1").orElseThrow().cause().traceparent());
  }

  @Test
  @DisplayName("row 45: the answer stays valid with 10,000 messages")
  void largeAnswer() throws Exception {
    String[] bodies = new String[10_000];
    java.util.Arrays.fill(bodies, "x");
    List<String> failed = failures(worker(), batch(bodies), new TestContext(() -> 0));
    assertEquals(10_000, failed.size());
    assertEquals("m-9999", failed.get(9_999));
  }

  @Test
  @DisplayName("nothing of an event's data, nor of a foreign message, is in the log lines")
  void nothingSensitiveIsLogged() throws Exception {
    RequestStreamHandler worker = throwing(() -> new IllegalStateException("secret of p-secret"));
    failures(
        worker,
        batch(
            deposit("e-0", "p-secret", 5),
            deposit("e-1", "p-secret", 666),
            deposit("e-2", "p-secret", -5),
            "secret"));

    assertTrue(cloud.lines().contains("\"outcome\":\"retried\""), cloud.lines());
    assertFalse(cloud.lines().contains("secret"), cloud.lines());
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof io.eventwright.runtime.json.JsonString string
        ? string.value()
        : "";
  }
}
