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
  public PurchaseRow row(Event<PurchaseCompletedV1> event) {
    throw new UnsupportedOperationException("PurchaseHistoryRows.row is not written yet");
  }

  @Override
  public PurchaseRow row(Event<PurchaseCancelledV1> event) {
    throw new UnsupportedOperationException("PurchaseHistoryRows.row is not written yet");
  }

  @Override
  public PurchaseRow row(Event<DepositReceivedV3> event) {
    throw new UnsupportedOperationException("PurchaseHistoryRows.row is not written yet");
  }
}
