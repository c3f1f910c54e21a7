package com.example.arcade;

import com.example.arcade.event.DepositReceivedV3;
import com.example.arcade.event.PurchaseCancelledV1;
import com.example.arcade.event.PurchaseCompletedV1;
import com.example.arcade.projection.PurchaseHistoryProjection;
import com.example.arcade.projection.PurchaseRow;
import io.eventwright.runtime.event.Event;

/**
 * The rows of {@code purchase-history}.
 *
 * <p>Until it is written it fails its events: they are retried and then kept in the dead-letter
 * queue, so that none is lost.
 */
public final class PurchaseHistoryRows implements PurchaseHistoryProjection {
  @Override
  public PurchaseRow purchaseCompleted(Event<PurchaseCompletedV1> event) {
    throw new UnsupportedOperationException("PurchaseHistoryRows.purchaseCompleted is not written yet");
  }

  @Override
  public PurchaseRow purchaseCancelled(Event<PurchaseCancelledV1> event) {
    throw new UnsupportedOperationException("PurchaseHistoryRows.purchaseCancelled is not written yet");
  }

  @Override
  public PurchaseRow depositReceived(Event<DepositReceivedV3> event) {
    throw new UnsupportedOperationException("PurchaseHistoryRows.depositReceived is not written yet");
  }
}
