package com.example.arcade;

import com.example.arcade.id.PurchaseId;
import com.example.arcade.type.Money;

/** Accepts every settlement and says so; for running the example without a payment provider. */
final class SimulatedPaymentGateway implements PaymentGateway {
  @Override
  public void settle(String idempotencyKey, PurchaseId purchase, Money price) {
    System.out.println("simulated payment gateway settles purchase " + purchase.value());
  }
}
