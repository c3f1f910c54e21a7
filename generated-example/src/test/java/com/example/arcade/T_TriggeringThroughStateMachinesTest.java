package com.example.arcade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.local.junit.Execution;
import io.eventwright.local.junit.LocalCloud;
import io.eventwright.local.junit.LocalCloudTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Letter T: an event starts a state machine, once per event: one that is delivered twice starts a
 * second execution, which ends in its first state.
 */
@LocalCloudTest
class T_TriggeringThroughStateMachinesTest {

  @BeforeEach
  void open(LocalCloud cloud) {
    Payouts.open(cloud);
  }

  @Test
  void aDoubledTriggerHasOneEffect(LocalCloud cloud) {
    Payouts payouts = new Payouts(cloud);
    payouts.requestTwice(3000, 2000, 1000);
    cloud.awaitIdle();
    assertEquals(List.of(17_000L, 7_000L, 6_000L), payouts.balances());
    List<Execution> executions = payouts.executions();
    assertEquals(2, executions.size(), executions.toString());
    assertEquals(
        1,
        executions.stream()
            .filter(each -> String.valueOf(each.output()).contains("already-started"))
            .count(),
        executions.toString());
  }
}
