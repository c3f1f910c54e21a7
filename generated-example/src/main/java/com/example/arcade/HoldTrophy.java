package com.example.arcade;

import com.example.arcade.entity.Inventory;
import com.example.arcade.event.PayoutRequestedV1;
import com.example.arcade.worker.HoldTrophyWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** A trophy leaves the shelf, if there is one. */
public final class HoldTrophy implements HoldTrophyWorker {
  @Override
  public Decision<Inventory> decide(
      Event<PayoutRequestedV1> event, EntityState<Inventory> inventory) {
    Inventory before = inventory.current();
    return before == null || before.available() == 0
        ? Decision.refuse("no-trophy", "There is no such trophy left.")
        : Decision.next(before.withAvailable(before.available() - 1));
  }
}
