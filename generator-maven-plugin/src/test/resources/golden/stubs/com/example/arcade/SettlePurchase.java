package com.example.arcade;

import com.example.arcade.event.PurchaseCompletedV1;
import com.example.arcade.worker.SettlePurchaseWorker;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.guard.Dependency;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.secret.Secret;
import io.eventwright.runtime.worker.Decision;

/**
 * The worker {@code settle-purchase}.
 *
 * <p>Until it is written it fails its events: they are retried and then kept in the dead-letter
 * queue, so that none is lost.
 */
public final class SettlePurchase implements SettlePurchaseWorker {
  @Override
  public Decision<Void> decide(
      Event<PurchaseCompletedV1> event, Dependency paymentGateway, Secret paymentGatewaySecret)
      throws DependencyUnavailable {
    throw new UnsupportedOperationException("SettlePurchase.decide is not written yet");
  }
}
