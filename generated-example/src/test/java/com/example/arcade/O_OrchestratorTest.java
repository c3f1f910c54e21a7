package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Letter O: one state machine orchestrates branches, a choice, a person's approval, a step for each
 * winner and a message, and compensates all of it.
 */
@LocalCloudTest
class O_OrchestratorTest {

  @BeforeEach
  void open(LocalCloud cloud) {
    Payouts.open(cloud);
  }

  @Test
  void aSmallPotIsPaidOutWithoutAsking(LocalCloud cloud) {
    Payouts payouts = new Payouts(cloud);
    payouts.request(3000, 2000, 1000);
    cloud.awaitIdle();
    assertEquals(List.of(17_000L, 7_000L, 6_000L), payouts.balances());
    assertEquals(2, payouts.trophies());
    assertEquals(1, payouts.notices().size(), payouts.notices().toString());
  }

  @Test
  void aLargePotWaitsForAReferee(LocalCloud cloud) {
    Payouts payouts = new Payouts(cloud);
    payouts.request(15_000, 10_000, 5_000);
    payouts.awaitWaiting();
    assertEquals(List.of(5_000L, 5_000L, 5_000L), payouts.balances());
    assertEquals(403, payouts.answer("player", true).statusCode());
    assertEquals(200, payouts.answer("referee", true).statusCode());
    cloud.awaitIdle();
    assertEquals(List.of(5_000L, 15_000L, 10_000L), payouts.balances());
    // Asked again by a caller who has not heard: the same answer; another one comes too late.
    assertEquals(200, payouts.answer("referee", true).statusCode());
    assertEquals(409, payouts.answer("referee", false).statusCode());
  }

  @Test
  void aNoGivesAllBack(LocalCloud cloud) {
    Payouts payouts = new Payouts(cloud);
    payouts.request(15_000, 10_000, 5_000);
    payouts.awaitWaiting();
    assertEquals(200, payouts.answer("referee", false).statusCode());
    cloud.awaitIdle();
    assertEquals(Payouts.BEFORE, payouts.balances());
    assertEquals(3, payouts.trophies());
    assertTrue(
        cloud.events().stream().anyMatch(event -> event.contains("not-approved")),
        () -> cloud.events().toString());
  }

  @Test
  void aWinnerWhoCannotBePaidUndoesTheOthers(LocalCloud cloud) {
    Payouts payouts = new Payouts(cloud);
    payouts.requestWithStranger(3000);
    cloud.awaitIdle();
    assertEquals(Payouts.BEFORE, payouts.balances());
    assertEquals(3, payouts.trophies());
    assertEquals(List.of(), payouts.notices());
  }
}
