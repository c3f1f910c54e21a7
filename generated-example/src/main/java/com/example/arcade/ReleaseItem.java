package com.example.arcade;

import com.example.arcade.entity.Inventory;
import com.example.arcade.event.ItemReleasedV1;
import com.example.arcade.event.PurchaseRequestedV1;
import com.example.arcade.worker.ReleaseItemWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** What a purchase set aside is for sale again, once; a purchase without it changes nothing. */
public final class ReleaseItem implements ReleaseItemWorker {
  @Override
  public Decision<Inventory> decide(
      Event<PurchaseRequestedV1> event, EntityState<Inventory> inventory) {
    Inventory before = inventory.current();
    if (before == null) {
      return Decision.unchanged();
    }
    return Reservations.open(before.reservations(), event.data().purchaseId())
        .map(reservation -> release(before, reservation))
        .orElseGet(Decision::unchanged);
  }

  private Decision<Inventory> release(Inventory before, Inventory.Reservation reservation) {
    Inventory after =
        before
            .withAvailable(before.available() + reservation.quantity())
            .withReservations(
                Reservations.released(before.reservations(), reservation.purchaseId()));
    return Decision.next(
        after,
        emit(
            ItemReleasedV1.builder()
                .itemId(before.itemId())
                .purchaseId(reservation.purchaseId())
                .quantity(reservation.quantity())
                .available(after.available())
                .build()));
  }
}
