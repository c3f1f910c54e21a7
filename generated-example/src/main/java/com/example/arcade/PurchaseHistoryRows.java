package com.example.arcade;

import com.example.arcade.event.PurchaseCancelledV1;
import com.example.arcade.event.PurchaseCompletedV1;
import com.example.arcade.projection.PurchaseHistoryProjection;
import com.example.arcade.projection.PurchaseRow;
import io.eventwright.runtime.event.Event;

/** A player's purchases, as the player sees them. */
public final class PurchaseHistoryRows implements PurchaseHistoryProjection {
  @Override
  public PurchaseRow purchaseCompleted(Event<PurchaseCompletedV1> event) {
    PurchaseCompletedV1 purchase = event.data();
    return PurchaseRow.builder()
        .purchaseId(purchase.purchaseId())
        .itemId(purchase.itemId())
        .quantity(purchase.quantity())
        .price(purchase.price())
        .status(PurchaseRow.Status.COMPLETED)
        .build();
  }

  @Override
  public PurchaseRow purchaseCancelled(Event<PurchaseCancelledV1> event) {
    PurchaseCancelledV1 purchase = event.data();
    return PurchaseRow.builder()
        .purchaseId(purchase.purchaseId())
        .itemId(purchase.itemId())
        .quantity(purchase.quantity())
        .price(purchase.price())
        .status(PurchaseRow.Status.CANCELLED)
        .reason(purchase.reason())
        .build();
  }
}
