package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static io.eventwright.runtime.testing.StreamPayloads.batch;
import static io.eventwright.runtime.testing.StreamPayloads.entries;
import static io.eventwright.runtime.testing.StreamPayloads.sequenceOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.function.StreamBatchFailed;
import io.eventwright.runtime.function.StreamFunction;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.Fault.Action;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Amount;
import io.eventwright.runtime.testing.Sample.Wallet;
import io.eventwright.runtime.testing.StreamPayloads;
import io.eventwright.runtime.testing.StreamPayloads.Entry;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StreamTest {
  private static final int SEEDS = Integer.getInteger("longrun.seeds", 1);
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
    return StreamFunction.of(Sample.creditWallet(), cloud.runtime());
  }

  private static WorkerDefinition<Amount, Wallet> throwingAt(long amount) {
    WorkerDefinition<Amount, Wallet> good = Sample.creditWallet();
    return WorkerDefinition.named("credit-wallet", Sample.DEPOSIT_V2, Sample.WALLETS)
        .keyedBy(event -> event.data().player())
        .emits(Sample.CREDITED)
        .decidedUsing(
            (event, state, dependencies) -> {
              if (event.data().amount() == amount) {
                throw new IllegalStateException("poison");
              }
              return good.decider().decide(event, state, dependencies);
            });
  }

  private static String[] deposits(int count, long poisonAt) {
    return IntStream.range(0, count)
        .mapToObj(i -> deposit("e-" + i, "p-1", i == poisonAt ? 666 : 1))
        .toArray(String[]::new);
  }

  private long balance(String player) {
    return cloud.runtime().entities(Sample.WALLETS).current(player).orElse(new Wallet(0)).balance();
  }

  @Test
  @DisplayName(
      "row 25: record 4 of 10 fails: 1 to 3 are done, the answer names it alone, 5 to 10 wait")
  void fourthOfTenFails() throws Exception {
    List<Entry> shard = entries(deposits(10, 3));
    RequestStreamHandler failing = StreamFunction.of(throwingAt(666), cloud.runtime());

    assertEquals(List.of(sequenceOf(3)), failures(failing, batch(shard)));
    assertEquals(3, balance("p-1"));

    assertEquals(List.of(), failures(worker(), batch(shard.subList(3, 10))));
    assertEquals(3 + 666 + 6, balance("p-1"));
    assertEquals(List.of(), failures(worker(), batch(shard)), "the whole again has no effect");
    assertEquals(3 + 666 + 6, balance("p-1"));
  }

  @Test
  @DisplayName(
      "row 26: a first record that fails with others behind it throws, so that Lambda halves the batch until it is alone")
  void poisonIsIsolated() throws Exception {
    List<Entry> shard = entries(deposits(8, 0));
    RequestStreamHandler failing = StreamFunction.of(throwingAt(666), cloud.runtime());

    assertThrows(StreamBatchFailed.class, () -> failures(failing, batch(shard)));
    assertEquals(0, balance("p-1"));
    assertEquals(
        List.of(sequenceOf(0)),
        failures(failing, batch(shard.subList(0, 1))),
        "alone it is named, and after the mapping's retries it goes to the bucket");
    assertEquals(List.of(), failures(failing, batch(shard.subList(1, 8))), "the shard moves on");
    assertEquals(7, balance("p-1"));
  }

  @Test
  @DisplayName("row 27: what can never be read is quarantined as it came, and the shard moves on")
  void unreadable() throws Exception {
    List<Entry> shard =
        new ArrayList<>(entries("", "{", "[]", "{\"a\":1e999999999}", deposit("e", "p-1", 5)));
    shard.add(1, new Entry(9, new byte[] {(byte) 0xff, (byte) 0xfe, 0}));

    assertEquals(List.of(), failures(worker(), batch(shard)));

    assertEquals(5, balance("p-1"));
    assertEquals(5, cloud.quarantined().size());
    assertTrue(
        cloud.quarantined().get(1).contains("\"message\":\"//4A\""), "base64, since no text");
    assertTrue(cloud.quarantined().get(2).contains("\"messageId\":\"shardId-000000000000:49"));
  }

  @Test
  @DisplayName("row 27: a payload that is no Kinesis batch fails whole")
  void notABatch() {
    for (String payload :
        List.of("", "[]", "{\"Records\":[{}]}", "{\"Records\":[{\"kinesis\":{}}]}")) {
      assertThrows(
          java.io.IOException.class,
          () -> failures(worker(), payload.getBytes(StandardCharsets.UTF_8)),
          payload);
    }
  }

  @Test
  @DisplayName(
      "row 20: without time left, the rest is handed back from the first record that was not run")
  void deadline() throws Exception {
    List<Entry> shard = entries(deposits(5, -1));
    AtomicBoolean late = new AtomicBoolean();
    TestContext context = new TestContext(() -> late.get() ? 10 : 10_000);
    cloud.faults.add(
        call -> {
          if (call.operation().equals("TransactWriteItems") && call.body().contains("e-2")) {
            late.set(true);
          }
          return null;
        });

    assertEquals(List.of(sequenceOf(3)), failures(worker(), batch(shard), context));
    assertEquals(3, balance("p-1"));
    assertEquals(
        List.of(sequenceOf(3)), failures(worker(), batch(shard.subList(3, 5)), TestContext.of(0)));
  }

  @Test
  @DisplayName("row 12: a store that throttles all the time hands the batch back, nothing is lost")
  void throttled() throws Exception {
    List<Entry> shard = entries(deposits(4, -1));
    cloud.faults.add(call -> call.body().contains("e-2") ? Fault.throttled() : null);

    List<String> named = failures(worker(), batch(shard), TestContext.of(1_500));
    cloud.faults.clear();
    // A slow machine may have no time left before it comes to the one that is throttled.
    int from = List.of(sequenceOf(0), sequenceOf(1), sequenceOf(2)).indexOf(named.get(0));
    assertEquals(from, balance("p-1"));
    assertEquals(List.of(), failures(worker(), batch(shard.subList(from, 4))));
    assertEquals(4, balance("p-1"));
  }

  @Test
  @DisplayName(
      "row 48: doubles, any cut of the batches, lost calls and answers: order per key kept, none lost or doubled")
  void property() throws Exception {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Random random = new Random(seed);
      int keys = 4;
      long[] expected = new long[keys];
      Map<String, List<Integer>> firstSeen = new ConcurrentHashMap<>();
      List<Entry> shard = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        int key = random.nextInt(keys);
        long amount = 1 + random.nextInt(9);
        expected[key] += amount;
        String body = deposit("s" + seed + "-e-" + i, "s" + seed + "-p-" + key, amount);
        for (int copies = 1 + random.nextInt(2); copies > 0; copies--) {
          shard.add(new Entry(shard.size(), body.getBytes(StandardCharsets.UTF_8)));
        }
      }
      WorkerDefinition<Amount, Wallet> good = Sample.creditWallet();
      WorkerDefinition<Amount, Wallet> watched =
          WorkerDefinition.named("credit-wallet", Sample.DEPOSIT_V2, Sample.WALLETS)
              .keyedBy(event -> event.data().player())
              .emits(Sample.CREDITED)
              .decidedUsing(
                  (event, state, dependencies) -> {
                    String id = event.envelope().id();
                    Integer number = Integer.valueOf(id.substring(id.lastIndexOf('-') + 1));
                    List<Integer> seen =
                        firstSeen.computeIfAbsent(
                            event.data().player(), player -> new ArrayList<>());
                    if (!seen.contains(number)) {
                      seen.add(number);
                    }
                    return good.decider().decide(event, state, dependencies);
                  });
      cloud.faults.clear();
      cloud.faults.add(StreamTest::trouble);
      StreamPayloads.feed(
          StreamFunction.of(watched, cloud.runtime()), shard, 1 + random.nextInt(20));
      cloud.faults.clear();
      for (int key = 0; key < keys; key++) {
        String player = "s" + seed + "-p-" + key;
        assertEquals(expected[key], balance(player), player);
        List<Integer> seen = firstSeen.getOrDefault(player, List.of());
        assertEquals(seen.stream().sorted().toList(), seen, player);
      }
    }
    assertEquals(List.of(), cloud.quarantined());
  }

  private static Action trouble(Fault.Call call) {
    return switch (ThreadLocalRandom.current().nextInt(40)) {
      case 0 -> new Action.LoseCall();
      case 1 -> new Action.LoseAnswer();
      case 2 -> Fault.throttled();
      case 3 -> call.operation().startsWith("Transact") ? Fault.transactionConflict() : null;
      default -> null;
    };
  }
}
