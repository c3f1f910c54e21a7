package com.example.arcade;

import com.example.arcade.event.PurchaseCancelledV1;
import com.example.arcade.event.PurchaseCompletedV1;
import com.example.arcade.event.PurchaseRequestedV1;
import com.example.arcade.saga.PurchaseSaga;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.saga.SagaFailure;

/** How a purchase ends: it happened, or everything it took is given back. */
public final class Purchase implements PurchaseSaga {
  @Override
  public PurchaseCompletedV1 completed(Event<PurchaseRequestedV1> event) {
    PurchaseRequestedV1 purchase = event.data();
    return PurchaseCompletedV1.builder()
        .purchaseId(purchase.purchaseId())
        .playerId(purchase.playerId())
        .itemId(purchase.itemId())
        .quantity(purchase.quantity())
        .price(purchase.price())
        .build();
  }

  @Override
  public PurchaseCancelledV1 cancelled(Event<PurchaseRequestedV1> event, SagaFailure failure) {
    PurchaseRequestedV1 purchase = event.data();
    return PurchaseCancelledV1.builder()
        .purchaseId(purchase.purchaseId())
        .playerId(purchase.playerId())
        .itemId(purchase.itemId())
        .quantity(purchase.quantity())
        .price(purchase.price())
        .step(failure.step())
        .code(FailureWords.code(failure))
        .reason(FailureWords.reason(failure))
        .build();
  }
}
