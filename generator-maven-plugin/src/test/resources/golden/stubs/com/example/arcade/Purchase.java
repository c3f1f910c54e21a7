package com.example.arcade;

import com.example.arcade.event.PurchaseCancelledV1;
import com.example.arcade.event.PurchaseCompletedV1;
import com.example.arcade.event.PurchaseRequestedV1;
import com.example.arcade.saga.PurchaseSaga;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.saga.SagaFailure;

/**
 * How the saga {@code purchase} ends.
 *
 * <p>Until it is written it fails its events: they are retried and then kept in the dead-letter
 * queue, so that none is lost.
 */
public final class Purchase implements PurchaseSaga {
  @Override
  public PurchaseCompletedV1 completed(Event<PurchaseRequestedV1> event) {
    throw new UnsupportedOperationException("Purchase.completed is not written yet");
  }

  @Override
  public PurchaseCancelledV1 cancelled(Event<PurchaseRequestedV1> event, SagaFailure failure) {
    throw new UnsupportedOperationException("Purchase.cancelled is not written yet");
  }
}
