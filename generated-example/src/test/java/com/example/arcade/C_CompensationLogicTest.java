package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.arcade.event.ArcadePublisher;
import com.example.arcade.event.ItemStockedV1;
import com.example.arcade.id.ItemId;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import io.eventwright.local.junit.SagaUnderTest;
import io.eventwright.local.junit.SagaUnderTest.Failing;
import io.eventwright.local.junit.SagaUnderTest.Fault;
import io.eventwright.runtime.SystemRuntime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Letter C: every step of the purchase made to fail in turn, before its effect and after, and every
 * undo: the books balance each time. Each purchase has a player and an item of its own. Retries of
 * minutes are a moment here.
 */
@LocalCloudTest(speed = 1_000)
class C_CompensationLogicTest {
  private static final long DEPOSIT = 5000;
  private static final long PRICE = 1995;
  private static final int STOCK = 5;
  private static final int PLAYERS = 8;

  private static final Map<String, Function<Failing, Fault>> MISHAPS =
      new TreeMap<>(
          Map.of(
              "before its effect", Failing::beforeItsEffect,
              "after its effect", Failing::afterItsEffect,
              "no answer, nothing happened", Failing::byTimingOutBeforeItsEffect,
              "no answer, but it happened", Failing::byTimingOutAfterItsEffect));

  private int player;

  /** Wallets with money in them, and pieces to sell. */
  @BeforeEach
  void open(LocalCloud cloud) {
    cloud.reset();
    ArcadePublisher publisher = publisher(cloud);
    for (int i = 1; i <= PLAYERS; i++) {
      publisher.publish("player/p-" + i, Arcade.deposit("p-" + i, DEPOSIT));
      publisher.publish(
          "item/i-" + i,
          ItemStockedV1.builder().itemId(new ItemId("i-" + i)).quantity(STOCK).build());
    }
    cloud.awaitIdle();
  }

  @Test
  void aStepThatFailsForGoodIsUndoneWithAllBeforeIt(LocalCloud cloud) {
    SagaUnderTest saga = cloud.saga("purchase");
    List<String> steps = saga.undoableSteps();
    assertTrue(steps.size() > 1, () -> "steps with an undo: " + steps);
    for (String step : steps) {
      MISHAPS.forEach(
          (how, mishap) -> {
            try (Fault fault = mishap.apply(saga.fail(step))) {
              buy(cloud);
              assertTrue(fault.struck() > 0, () -> step + " never failed: " + how);
            }
            assertBooks(cloud, 0, step + " fails, " + how);
          });
    }
  }

  @Test
  void anUndoThatFailsIsTriedUntilItHasHadItsEffectOnce(LocalCloud cloud) {
    SagaUnderTest saga = cloud.saga("purchase");
    for (String step : saga.undoableSteps()) {
      MISHAPS.forEach(
          (how, mishap) -> {
            try (Fault failing = saga.fail("charge-wallet").afterItsEffect();
                Fault undo = mishap.apply(saga.failUndoOf(step).times(3))) {
              buy(cloud);
              assertTrue(failing.struck() > 0);
              assertEquals(3, undo.struck(), () -> "the undo of " + step + ", " + how);
            }
            assertBooks(cloud, 0, "the undo of " + step + " fails, " + how);
            assertEquals(3, charges(cloud), "deposit, charge, refund: each once");
          });
    }
  }

  @Test
  void aStepThatFailsOnceIsDoneOnce(LocalCloud cloud) {
    try (Fault fault = cloud.saga("purchase").fail("charge-wallet").times(1).afterItsEffect()) {
      buy(cloud);
      assertEquals(1, fault.struck());
    }
    assertBooks(cloud, 1, "charged, and the answer lost once");
    assertEquals(2, charges(cloud), "deposit and charge: each once");
  }

  @Test
  void aStepThatIsNotThereIsNamedWithThoseThatAre(LocalCloud cloud) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> cloud.saga("purchase").fail("charge-walet"));
    assertTrue(refused.getMessage().contains("charge-wallet"), refused.getMessage());
  }

  /** The next player buys one piece of the next item. */
  private void buy(LocalCloud cloud) {
    player++;
    publisher(cloud)
        .publish("player/p-" + player, Arcade.purchase("p-" + player, "i-" + player, 1, PRICE));
    cloud.awaitIdle();
  }

  private void assertBooks(LocalCloud cloud, int sold, String when) {
    Arcade arcade = new Arcade(cloud);
    assertEquals(DEPOSIT - sold * PRICE, arcade.wallet("p-" + player).balance(), "money: " + when);
    assertEquals(STOCK - sold, arcade.inventory("i-" + player).available(), "stock: " + when);
    String end = "\"purchase-" + (sold > 0 ? "completed" : "cancelled") + ".v1\"";
    String buyer = "\"p-" + player + "\"";
    assertEquals(
        1,
        cloud.events().stream()
            .filter(event -> event.contains(end) && event.contains(buyer))
            .count(),
        () -> "its end is told once: " + when);
  }

  private int charges(LocalCloud cloud) {
    return new Arcade(cloud).walletLog("p-" + player).size();
  }

  private static ArcadePublisher publisher(LocalCloud cloud) {
    return new ArcadePublisher(
        SystemRuntime.of(
            Map.of("EVENTWRIGHT_SYSTEM", "arcade", "EVENTWRIGHT_BUS", cloud.name("Bus"))));
  }
}
