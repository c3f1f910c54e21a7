package com.example.arcade;

import com.example.arcade.entity.Inventory;
import com.example.arcade.event.ItemReservedV1;
import com.example.arcade.event.PurchaseRequestedV1;
import com.example.arcade.worker.ReserveItemWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** Sets the wanted pieces aside, once for a purchase, if the shop has them. */
public final class ReserveItem implements ReserveItemWorker {
  @Override
  public Decision<Inventory> decide(
      Event<PurchaseRequestedV1> event, EntityState<Inventory> inventory) {
    PurchaseRequestedV1 purchase = event.data();
    Inventory before = inventory.current();
    if (before == null) {
      return Decision.refuse("unknown-item", "The shop does not sell this item.");
    }
    if (Reservations.has(before.reservations(), purchase.purchaseId())) {
      // The same purchase, asked for by a second event: its first saga is or was at work on it.
      return Decision.refuse("requested-before", "This purchase was requested before.");
    }
    if (before.available() < purchase.quantity()) {
      return Decision.refuse(
          "sold-out",
          "The shop has %d pieces; %d are wanted."
              .formatted(before.available(), purchase.quantity()));
    }
    Inventory after =
        before
            .withAvailable(before.available() - purchase.quantity())
            .withReservations(
                Reservations.with(
                    before.reservations(), purchase.purchaseId(), purchase.quantity()));
    return Decision.next(
        after,
        emit(
            ItemReservedV1.builder()
                .itemId(purchase.itemId())
                .purchaseId(purchase.purchaseId())
                .quantity(purchase.quantity())
                .available(after.available())
                .build()));
  }
}
