package com.example.arcade;

import com.example.arcade.event.PurchaseCompletedV1;
import com.example.arcade.worker.SettlePurchaseWorker;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.guard.Dependency;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.worker.Decision;

/** Tells the payment gateway of a purchase, so that its seller is paid. */
public final class SettlePurchase implements SettlePurchaseWorker {
  private final PaymentGateway gateway;

  /** With the gateway that the function's environment names. */
  public SettlePurchase() {
    this(PaymentGateway.fromEnvironment());
  }

  SettlePurchase(PaymentGateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public Decision<Void> decide(Event<PurchaseCompletedV1> event, Dependency paymentGateway)
      throws DependencyUnavailable {
    PurchaseCompletedV1 purchase = event.data();
    paymentGateway.call(
        () -> {
          gateway.settle(paymentGateway.idempotencyKey(), purchase.purchaseId(), purchase.price());
          return purchase;
        });
    return Decision.unchanged();
  }
}
