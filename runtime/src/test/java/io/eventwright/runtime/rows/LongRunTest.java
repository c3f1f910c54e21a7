package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.batch;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static io.eventwright.runtime.testing.Payloads.failures;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.function.RelayFunction;
import io.eventwright.runtime.log.EntityKey;
import io.eventwright.runtime.log.LogVerifier;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.Fault.Action;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.Sample.Wallet;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything at once: doubles, any order, many instances, conflicts, lost calls and answers, a
 * store that throttles. In the end the books must balance. {@code -Dlongrun.seeds} and {@code
 * -Dlongrun.events} make it longer.
 */
class LongRunTest {
  private static final int SEEDS = Integer.getInteger("longrun.seeds", 1);
  private static final int EVENTS = Integer.getInteger("longrun.events", 150);
  private static final int WALLETS = 10;
  private static final int INSTANCES = 4;

  static List<Integer> seeds() {
    List<Integer> seeds = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void booksBalance(int seed) throws Exception {
    Random random = new Random(seed);
    long[] expected = new long[WALLETS];
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      int wallet = random.nextInt(WALLETS);
      long amount = 1 + random.nextInt(12);
      expected[wallet] += amount;
      for (int copies = 1 + random.nextInt(3); copies > 0; copies--) {
        messages.add(deposit("e-" + i, "p-" + wallet, amount));
      }
    }
    Collections.shuffle(messages, random);
    try (TestCloud cloud = new TestCloud()) {
      cloud.faults.add(LongRunTest::trouble);
      deliver(cloud, messages);
      relay(cloud);
      cloud.faults.clear();
      check(cloud, expected);
    }
  }

  /** One call in twelve goes wrong. */
  private static @Nullable Action trouble(Fault.Call call) {
    int draw = ThreadLocalRandom.current().nextInt(60);
    return switch (draw) {
      case 0 -> new Action.LoseCall();
      case 1 -> new Action.LoseAnswer();
      case 2 -> Fault.throttled();
      case 3 -> Fault.internalError();
      case 4 -> call.operation().startsWith("Transact") ? Fault.transactionConflict() : null;
      default -> null;
    };
  }

  /** As a queue does: in batches, to several instances at once, and again until all is taken. */
  private static void deliver(TestCloud cloud, List<String> messages) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(INSTANCES);
    try {
      List<String> left = messages;
      for (int round = 0; !left.isEmpty(); round++) {
        assertTrue(round < 50, () -> "messages come again for ever");
        List<Callable<List<String>>> batches = new ArrayList<>();
        for (int from = 0; from < left.size(); from += 10) {
          List<String> bodies = left.subList(from, Math.min(left.size(), from + 10));
          RequestStreamHandler instance = QueueFunction.of(Sample.creditWallet(), cloud.runtime());
          batches.add(() -> undelivered(instance, bodies));
        }
        List<String> again = new ArrayList<>();
        for (Future<List<String>> batch : threads.invokeAll(batches)) {
          again.addAll(batch.get());
        }
        left = again;
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> undelivered(RequestStreamHandler worker, List<String> bodies)
      throws Exception {
    return failures(worker, batch(bodies.toArray(new String[0])), TestContext.of(30_000)).stream()
        .map(id -> bodies.get(Integer.parseInt(id.substring(2))))
        .toList();
  }

  private static void relay(TestCloud cloud) throws Exception {
    RequestStreamHandler relay =
        RelayFunction.of(
            cloud.runtime(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)), Map.of()));
    byte[] schedule = "{}".getBytes(StandardCharsets.UTF_8);
    for (int sweep = 0; sweep < 50; sweep++) {
      try {
        if (Payloads.invoke(relay, schedule, TestContext.of(60_000))
            .contains("\"complete\":true")) {
          return;
        }
      } catch (RuntimeException e) {
        // A sweep that cannot even begin comes again a minute later.
        continue;
      }
    }
    throw new AssertionError("the sweeps never came to an end");
  }

  private static void check(TestCloud cloud, long[] expected) {
    LogVerifier verifier = new LogVerifier(cloud.runtime().log());
    for (int i = 0; i < WALLETS; i++) {
      String player = "p-" + i;
      EntityState<Wallet> wallet = cloud.runtime().entities(Sample.WALLETS).current(player);
      assertEquals(expected[i], wallet.orElse(new Wallet(0)).balance(), player);
      LogVerifier.Verdict verdict = verifier.verify(new EntityKey("wallet", player));
      assertEquals(List.of(), verdict.findings());
      assertEquals(wallet.version(), verdict.versions());

      List<String> sequences =
          cloud.published().stream()
              .filter(entry -> Objects.equals(entry.text("subject"), "wallet/" + player))
              .map(entry -> String.valueOf(entry.text("sequence")))
              .distinct()
              .toList();
      assertEquals(wallet.version(), sequences.size(), "every version's event is on the bus");
      assertEquals(sequences.stream().sorted().toList(), sequences, "first seen in order");
    }
    assertEquals(
        cloud.published().stream().map(LongRunTest::identity).distinct().count(),
        cloud.published().stream().map(entry -> entry.text("id")).distinct().count());
    assertEquals(List.of(), cloud.quarantined());
  }

  private static String identity(BusEntry entry) {
    return entry.text("subject") + " " + entry.text("sequence");
  }
}
