package io.eventwright.runtime.rows;

import static io.eventwright.runtime.testing.Payloads.bridged;
import static io.eventwright.runtime.testing.Payloads.deposit;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.eventwright.runtime.function.QueueFunction;
import io.eventwright.runtime.function.RelayFunction;
import io.eventwright.runtime.testing.Deliveries;
import io.eventwright.runtime.testing.Fault;
import io.eventwright.runtime.testing.Fault.Action;
import io.eventwright.runtime.testing.Kills;
import io.eventwright.runtime.testing.Payloads;
import io.eventwright.runtime.testing.RemoteWorker;
import io.eventwright.runtime.testing.Sample;
import io.eventwright.runtime.testing.StandIn.BusEntry;
import io.eventwright.runtime.testing.TestCloud;
import io.eventwright.runtime.testing.TestContext;
import io.eventwright.runtime.worker.Ordering;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything at once: events over fifty entities with doubles, in any order, to many instances,
 * some of them processes that are killed at any of their calls; conflicts, lost calls and answers,
 * a store that throttles; a relay and a sweeper that are killed too; and a consumer of what was
 * published, strict for odd seeds, with the latest winning for even ones. In the end the books must
 * balance, and nothing be lost or doubled. {@code -Dlongrun.seeds=20 -Dlongrun.events=10000} makes
 * it longer, {@code -Dlongrun.first=7} begins with the seventh seed.
 */
class LongRunTest {
  private static final int FIRST = Integer.getInteger("longrun.first", 1);
  private static final int SEEDS = Integer.getInteger("longrun.seeds", 2);
  private static final int EVENTS = Integer.getInteger("longrun.events", 1_000);
  private static final int KILLS = Integer.getInteger("longrun.kills", Math.max(2, EVENTS / 500));
  private static final int WALLETS = 50;

  /** So many events on the bus may change places: some of them of one entity. */
  private static final int OUT_OF_ORDER = 60;

  private static final byte[] SCHEDULE = "{}".getBytes(StandardCharsets.UTF_8);

  static List<Integer> seeds() {
    List<Integer> seeds = new ArrayList<>();
    for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
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
      String message = deposit("e-" + i, "p-" + wallet, amount);
      messages.add(message);
      if (random.nextInt(3) == 0) {
        messages.add(message);
      }
    }
    Collections.shuffle(messages, random);
    Kills kills = new Kills(150);
    long begun = System.nanoTime();
    try (TestCloud cloud = new TestCloud()) {
      cloud.remembersCalls = false;
      cloud.faults.add(kills);
      cloud.faults.add(LongRunTest::trouble);
      List<Long> phases = new ArrayList<>();
      int received = decide(cloud, kills, messages);
      phases.add((System.nanoTime() - begun) / 1_000_000_000);
      publish(cloud, kills);
      phases.add((System.nanoTime() - begun) / 1_000_000_000);
      Ordering ordering = seed % 2 == 1 ? Ordering.STRICT : Ordering.LATEST_WINS;
      received += follow(cloud, kills, random, ordering);
      cloud.faults.clear();
      Books.check(cloud, expected, ordering);
      System.out.printf(
          "long run, seed %d: %d events, %d messages received, %d published, %d kills, %d s %s%n",
          seed,
          EVENTS,
          received,
          cloud.published().size(),
          kills.done(),
          (System.nanoTime() - begun) / 1_000_000_000,
          phases);
      assertTrue(kills.done() > 0, "nothing was killed");
    }
  }

  /** One call in thirty goes wrong. */
  private static @Nullable Action trouble(Fault.Call call) {
    return switch (ThreadLocalRandom.current().nextInt(150)) {
      case 0 -> new Action.LoseCall();
      case 1 -> new Action.LoseAnswer();
      case 2 -> Fault.throttled();
      case 3 -> Fault.internalError();
      case 4, 5 -> call.operation().startsWith("Transact") ? Fault.transactionConflict() : null;
      default -> null;
    };
  }

  private static int decide(TestCloud cloud, Kills kills, List<String> messages) throws Exception {
    kills.allow(KILLS);
    Deliveries deposits = new Deliveries(messages);
    try (RemoteWorker victim = kills.victim(cloud, "credit")) {
      deposits.deliverTo(
          List.of(
              QueueFunction.of(Sample.creditWallet(), cloud.runtime()),
              QueueFunction.of(Sample.creditWallet(), cloud.runtime()),
              victim));
    }
    return deposits.received();
  }

  /** First doorbells at a relay that is killed, then sweeps of which some are. */
  private static void publish(TestCloud cloud, Kills kills) throws Exception {
    kills.allow(KILLS);
    try (RemoteWorker victim = kills.victim(cloud, "sweeper")) {
      for (int wallet = 0; wallet < WALLETS; wallet += 2) {
        attempt(victim, doorbell(wallet));
      }
      kills.allow(1);
      attempt(victim, SCHEDULE);
    }
    RequestStreamHandler relay =
        RelayFunction.of(
            cloud.runtime(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1)), Map.of()));
    for (int sweep = 0; sweep < 200; sweep++) {
      if (attempt(relay, SCHEDULE).contains("\"complete\":true")) {
        return;
      }
    }
    throw new AssertionError("the sweeps never came to an end");
  }

  private static byte[] doorbell(int wallet) {
    return """
        {"Records":[{"eventName":"INSERT","dynamodb":{"SequenceNumber":"1",\
        "Keys":{"pk":{"S":"wallet#p-%d"},"sk":{"S":"v0000000000000000001"}}}}]}"""
        .formatted(wallet)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What fails whole comes again, at the latest with the next sweep. */
  private static String attempt(RequestStreamHandler function, byte[] payload) {
    try {
      return Payloads.invoke(function, payload, TestContext.of(120_000));
    } catch (IOException | RuntimeException e) {
      return "";
    }
  }

  /** What was published, doubles and all, to a consumer that keeps an order. */
  private static int follow(TestCloud cloud, Kills kills, Random random, Ordering ordering)
      throws Exception {
    List<String> events = new ArrayList<>();
    for (BusEntry entry : cloud.published()) {
      events.add(bridged(entry.detail().toString()));
      if (random.nextInt(10) == 0) {
        events.add(bridged(entry.detail().toString()));
      }
    }
    for (int from = 0; from < events.size(); from += OUT_OF_ORDER) {
      Collections.shuffle(
          events.subList(from, Math.min(events.size(), from + OUT_OF_ORDER)), random);
    }
    kills.allow(KILLS);
    Deliveries deliveries = new Deliveries(events);
    String name = ordering == Ordering.STRICT ? "strict" : "latest";
    try (RemoteWorker victim = kills.victim(cloud, name)) {
      deliveries.deliverTo(
          List.of(
              QueueFunction.of(Sample.follow(name, ordering), cloud.runtime()),
              QueueFunction.of(Sample.follow(name, ordering), cloud.runtime()),
              victim));
    }
    return deliveries.received();
  }
}
