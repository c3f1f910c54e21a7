package com.example.arcade;

import com.example.arcade.entity.Wallet;
import com.example.arcade.event.PurchaseRequestedV1;
import com.example.arcade.worker.ChargeWalletWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/**
 * The worker {@code charge-wallet}.
 *
 * <p>Until it is written it fails its events: they are retried and then kept in the dead-letter
 * queue, so that none is lost.
 */
public final class ChargeWallet implements ChargeWalletWorker {
  @Override
  public Decision<Wallet> decide(Event<PurchaseRequestedV1> event, EntityState<Wallet> wallet) {
    throw new UnsupportedOperationException("ChargeWallet.decide is not written yet");
  }
}
