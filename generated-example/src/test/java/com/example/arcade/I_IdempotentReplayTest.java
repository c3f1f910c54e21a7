package com.example.arcade;

import static com.example.arcade.Arcade.deposit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.entity.Wallet;
import com.example.arcade.event.DepositReceived;
import com.example.arcade.event.DepositReceivedV2;
import io.eventwright.local.junit.Interceptor;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.log.EntityKey;
import io.eventwright.runtime.log.LogVerifier;
import io.eventwright.runtime.publish.PreparedEvent;
import io.eventwright.runtime.publish.Publisher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * I: events that come doubled and in any order, to a store that conflicts, throttles, and loses
 * calls and answers, leave what the in-order, once-only run leaves. 400 events unless {@code
 * -Darcade.events=10000} says otherwise; the runtime's own long run has killed processes, too.
 */
@LocalCloudTest
class I_IdempotentReplayTest {
  private static final int EVENTS = Integer.getInteger("arcade.events", 400);
  private static final int PLAYERS = 20;
  private static final Pattern CREDITED =
      Pattern.compile("\"id\":\"([^\"]+)\",\"source\":\"arcade\"");

  private final Random random = new Random(20261123);

  @Test
  void whateverHappensTheStateIsThatOfTheOrderlyRun(LocalCloud cloud) {
    cloud.reset();
    Arcade arcade = new Arcade(cloud);
    Publisher publisher = arcade.runtime().publisher();
    Map<String, Wallet> expected = new TreeMap<>();
    List<PreparedEvent> events = new ArrayList<>();
    for (int i = 0; i < EVENTS; i++) {
      String player = "p-" + i % PLAYERS;
      DepositReceivedV2 data = deposit(player, 1 + random.nextInt(500));
      expected.put(player, decided(expected.get(player), data));
      PreparedEvent event = publisher.prepare(DepositReceived.V2, "player/" + player, data);
      events.add(event);
      if (i % 5 == 0) {
        events.add(event);
      }
    }
    Collections.shuffle(events, random);

    Set<String> workers =
        Set.of(cloud.accessKeyId("CreditWalletFunction"), cloud.accessKeyId("RelayFunction"));
    Interceptor.Placed faults =
        cloud.intercept(
            (call, proceed) ->
                workers.contains(call.caller()) && call.service().equals("dynamodb")
                    ? unreliable(proceed)
                    : proceed.get());
    try {
      for (int from = 0; from < events.size(); from += 10) {
        publisher.send(events.subList(from, Math.min(events.size(), from + 10)));
      }
      cloud.awaitIdle(Duration.ofMinutes(10));
    } finally {
      faults.close();
    }
    // What was still owed when the faults ended.
    cloud.runSchedule("RelayFunctionSweep");
    cloud.awaitIdle();

    expected.forEach(
        (player, wallet) -> {
          assertEquals(wallet, arcade.wallet(player), player);
          LogVerifier.Verdict verdict =
              new LogVerifier(arcade.runtime().log()).verify(new EntityKey("wallet", player));
          assertTrue(verdict.holds(), verdict::toString);
          assertEquals(
              (EVENTS - Integer.parseInt(player.substring(2)) + PLAYERS - 1) / PLAYERS,
              verdict.versions());
        });
    assertEquals(0, cloud.depth("CreditWalletDeadLetterQueue"));
    assertEquals(EVENTS, published(cloud).size());
  }

  /** One call in eight goes wrong, each in its own way. */
  private synchronized Interceptor.Reply unreliable(Supplier<Interceptor.Reply> proceed) {
    return switch (random.nextInt(40)) {
      case 0 -> Interceptor.Reply.cut();
      case 1 -> {
        proceed.get();
        yield Interceptor.Reply.cut();
      }
      case 2 -> Interceptor.Reply.fault(400, "ThrottlingException", "slow down");
      case 3 -> Interceptor.Reply.fault(500, "InternalServerError", "try again");
      case 4 ->
          Interceptor.Reply.fault(400, "TransactionConflictException", "somebody else's item");
      default -> proceed.get();
    };
  }

  /** Events of the worker that the bus took, by id. */
  private static Set<String> published(LocalCloud cloud) {
    Set<String> ids = new HashSet<>();
    for (String event : cloud.events()) {
      Matcher id = CREDITED.matcher(event);
      if (event.contains("\"wallet-credited.v1\"") && id.find()) {
        ids.add(id.group(1));
      }
    }
    return ids;
  }

  private static Wallet decided(Wallet before, DepositReceivedV2 data) {
    return Examples.next(
        new CreditWallet()
            .decide(
                Examples.event(data),
                new EntityState<>(data.playerId().value(), before == null ? 0 : 1, before)));
  }
}
