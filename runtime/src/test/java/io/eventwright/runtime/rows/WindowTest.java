package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.StreamPayloads.entries;
import static io.eventwright.runtime.testing.StreamPayloads.window;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.function.StreamFunction;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Amount;
import io.eventwright.runtime.testing.Sample.Wallet;
import io.eventwright.runtime.testing.StreamPayloads.Entry;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import io.eventwright.runtime.window.WindowDefinition;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.Emission;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WindowTest {
  private TestCloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new TestCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  /** Adds up a player's deposits, and credits the wallet once a window. */
  private RequestStreamHandler summing() {
    return StreamFunction.of(
        WindowDefinition.folding(Sample.DEPOSIT_V2, Sample.CREDITED)
            .groupedBy(event -> event.data().player())
            .by(
                (soFar, event) ->
                    new Amount(
                        event.data().player(),
                        (soFar == null ? 0 : soFar.amount()) + event.data().amount()))
            .closedBy(
                WorkerDefinition.named("sum-deposits", Sample.CREDITED, Sample.WALLETS)
                    .keyedBy(event -> event.data().player())
                    .emits(Sample.CREDITED)
                    .decidedBy(
                        (event, wallet) ->
                            Decision.next(
                                new Wallet(
                                    wallet.orElse(new Wallet(0)).balance() + event.data().amount()),
                                new Emission<>(Sample.CREDITED, event.data())))),
        cloud.runtime());
  }

  private String invoke(List<Entry> entries, String state, boolean last) throws Exception {
    return invoke(entries, state, last, TestContext.of(60_000));
  }

  private String invoke(List<Entry> entries, String state, boolean last, TestContext context)
      throws Exception {
    String answer = Payloads.invoke(summing(), window(entries, state, last), context);
    return String.valueOf(((JsonObject) Json.parse(answer)).get("state"));
  }

  private Wallet wallet(String player) {
    return cloud.runtime().entities(Sample.WALLETS).current(player).orElse(new Wallet(0));
  }

  private long version(String player) {
    return cloud.runtime().entities(Sample.WALLETS).current(player).version();
  }

  @Test
  @DisplayName("a window's events are folded group by group, and each fold is decided on once")
  void foldsAndCloses() throws Exception {
    String state = invoke(entries(deposit("e-1", "p-1", 2), deposit("e-2", "p-2", 5)), "{}", false);
    state = invoke(entries(deposit("e-3", "p-1", 3)), state, false);
    assertEquals(0, version("p-1"), "nothing is decided before the end");

    assertEquals("{}", invoke(List.of(), state, true));

    assertEquals(new Wallet(5), wallet("p-1"));
    assertEquals(new Wallet(5), wallet("p-2"));
    assertEquals(1, version("p-1"));
  }

  @Test
  @DisplayName(
      "50: a replay is not folded: its window is over, and knows no doubles of another time")
  void takesNoReplay() throws Exception {
    String replayed = deposit("e-1", "p-1", 2).replaceFirst("\\{", "{\"replay-name\":\"again\",");

    String state = invoke(entries(replayed, deposit("e-2", "p-1", 5)), "{}", false);
    invoke(List.of(), state, true);

    assertEquals(new Wallet(5), wallet("p-1"));
    assertTrue(
        cloud.quarantined().get(0).contains("\"replay-in-window\""),
        cloud.quarantined().toString());
  }

  @Test
  @DisplayName(
      "the end of a window that is tried again has no second effect, whatever failed of it")
  void endIsIdempotent() throws Exception {
    String state =
        invoke(
            entries(deposit("e-1", "p-1", 2), deposit("e-2", "p-2", 5), deposit("e-3", "p-3", 7)),
            "{}",
            false);
    cloud.faults.add(call -> call.body().contains("wallet#p-2") ? Fault.throttled() : null);
    String carried = state;
    assertThrows(
        RuntimeException.class, () -> invoke(List.of(), carried, true, TestContext.of(1_000)));
    cloud.faults.clear();
    assertEquals(List.of(1L, 0L), List.of(version("p-1"), version("p-2")));

    invoke(List.of(), state, true);
    invoke(List.of(), state, true);

    assertEquals(List.of(1L, 1L, 1L), List.of(version("p-1"), version("p-2"), version("p-3")));
  }

  @Test
  @DisplayName(
      "a batch that is folded again, cut otherwise or doubled by the bus comes to the same")
  void foldIsRepeatable() throws Exception {
    Random random = new Random(7);
    List<Entry> shard = new ArrayList<>();
    long expected = 0;
    for (int i = 0; i < 200; i++) {
      long amount = random.nextInt(100);
      expected += amount;
      String body = deposit("e-" + i, "p-1", amount);
      for (int copies = 1 + random.nextInt(2); copies > 0; copies--) {
        shard.add(new Entry(shard.size(), body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      }
    }
    String state = "{}";
    for (int from = 0; from < shard.size(); ) {
      int to = Math.min(shard.size(), from + 1 + random.nextInt(40));
      invoke(shard.subList(from, to), state, false); // its answer is lost
      state = invoke(shard.subList(from, to), state, false);
      from = to;
    }
    invoke(List.of(), state, true);
    assertEquals(new Wallet(expected), wallet("p-1"));
    assertEquals(1, version("p-1"), "two hundred events, one version");
  }

  @Test
  @DisplayName("two folds of one window, as when it ended early, both count")
  void endedEarly() throws Exception {
    List<Entry> shard = entries(deposit("e-1", "p-1", 2), deposit("e-2", "p-1", 3));
    String state = invoke(shard.subList(0, 1), "{}", false);
    String after =
        Payloads.invoke(summing(), window(List.of(), state, false, true), TestContext.of(60_000));
    assertEquals("{}", String.valueOf(((JsonObject) Json.parse(after)).get("state")));
    invoke(List.of(), invoke(shard.subList(1, 2), "{}", false), true);
    assertEquals(new Wallet(5), wallet("p-1"));
    assertEquals(2, version("p-1"));
  }

  @Test
  @DisplayName("what can never be folded is quarantined, and the rest of the batch is folded")
  void unreadable() throws Exception {
    String state = invoke(entries("{", deposit("e-1", "p-1", 2)), "{}", false);
    invoke(List.of(), state, true);
    assertEquals(new Wallet(2), wallet("p-1"));
    assertEquals(1, cloud.quarantined().size());
  }

  @Test
  @DisplayName("a mapping without windows is refused whole, since its folds would be lost")
  void noWindow() {
    byte[] plain = io.eventwright.runtime.testing.StreamPayloads.batch(entries("{}"));
    assertThrows(
        java.io.IOException.class, () -> Payloads.invoke(summing(), plain, TestContext.of(60_000)));
    assertFalse(cloud.lines().contains("ERROR"));
    assertTrue(cloud.quarantined().isEmpty());
  }
}
