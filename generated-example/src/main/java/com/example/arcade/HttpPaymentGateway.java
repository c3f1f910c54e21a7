package com.example.arcade;

import com.example.arcade.id.PurchaseId;
import com.example.arcade.type.Money;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A gateway that takes settlements by HTTP. Safe under many threads. */
final class HttpPaymentGateway implements PaymentGateway {
  /** Shorter than the guard's time limit, so that a call that hangs ends by itself. */
  private static final Duration TIMEOUT = Duration.ofMillis(1500);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI url;

  HttpPaymentGateway(URI url) {
    this.url = url;
  }

  @Override
  public void settle(String idempotencyKey, PurchaseId purchase, Money price)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"purchaseId":"%s","amount":%d,"currency":"%s"}"""
                        .formatted(purchase.value(), price.amount(), price.currency().value())))
            .build();
    int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status / 100 != 2) {
      throw new IOException("the payment gateway answered " + status);
    }
  }
}
