package com.example.arcade;

import com.example.arcade.entity.Wallet;
import com.example.arcade.event.DepositReceivedV3;
import com.example.arcade.worker.CreditWalletWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/**
 * The worker {@code credit-wallet}.
 *
 * <p>Until it is written it fails its events: they are retried and then kept in the dead-letter
 * queue, so that none is lost.
 */
public final class CreditWallet implements CreditWalletWorker {
  @Override
  public Decision<Wallet> decide(Event<DepositReceivedV3> event, EntityState<Wallet> wallet) {
    throw new UnsupportedOperationException("CreditWallet.decide is not written yet");
  }
}
