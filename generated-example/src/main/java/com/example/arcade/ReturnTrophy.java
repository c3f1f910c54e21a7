package com.example.arcade;

import com.example.arcade.entity.Inventory;
import com.example.arcade.event.PayoutRequestedV1;
import com.example.arcade.worker.ReturnTrophyWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** The trophy goes back to the shelf. It is asked only where it was taken, and once. */
public final class ReturnTrophy implements ReturnTrophyWorker {
  @Override
  public Decision<Inventory> decide(
      Event<PayoutRequestedV1> event, EntityState<Inventory> inventory) {
    Inventory before = inventory.current();
    return before == null
        ? Decision.unchanged()
        : Decision.next(before.withAvailable(before.available() + 1));
  }
}
