package com.example.arcade;

import com.example.arcade.entity.Wallet;
import com.example.arcade.event.PayoutRequestedV1;
import com.example.arcade.worker.ReturnPotWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** The pot goes back to its host. It is asked only where it was taken, and once. */
public final class ReturnPot implements ReturnPotWorker {
  @Override
  public Decision<Wallet> decide(Event<PayoutRequestedV1> event, EntityState<Wallet> wallet) {
    Wallet before = wallet.current();
    return before == null
        ? Decision.unchanged()
        : Decision.next(before.withBalance(before.balance() + event.data().pot().amount()));
  }
}
