package com.example.arcade;

import com.example.arcade.id.PurchaseId;
import com.example.arcade.type.Money;
import java.io.IOException;
import java.net.URI;

/** What pays sellers. It is outside: slow at times, down at times. */
interface PaymentGateway {
  /** Where the gateway is; without it settlements are only logged. */
  String URL = "PAYMENT_GATEWAY_URL";

  /**
   * Settles one purchase.
   *
   * @param idempotencyKey the same for the same purchase, by which the gateway knows a repeat
   * @throws IOException when it did not answer, or not with success
   */
  void settle(String idempotencyKey, PurchaseId purchase, Money price)
      throws IOException, InterruptedException;

  /**
   * The gateway at {@value #URL}, a system property or an environment variable; without one a
   * stand-in that accepts everything, so that the example runs without a payment provider.
   */
  static PaymentGateway fromEnvironment() {
    String url = System.getProperty(URL, System.getenv(URL));
    return url == null || url.isEmpty()
        ? new SimulatedPaymentGateway()
        : new HttpPaymentGateway(URI.create(url));
  }
}
