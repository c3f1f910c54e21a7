package com.example.arcade;

import com.example.arcade.event.PurchaseCompletedV1;
import com.example.arcade.worker.NotePurchaseWorker;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/**
 * The worker {@code note-purchase}.
 *
 * <p>Until it is written it fails its events: they are retried and then kept in the dead-letter
 * queue, so that none is lost.
 */
public final class NotePurchase implements NotePurchaseWorker {
  @Override
  public Decision<Void> decide(Event<PurchaseCompletedV1> event) {
    throw new UnsupportedOperationException("NotePurchase.decide is not written yet");
  }
}
