package com.example.arcade;

import com.example.arcade.entity.Wallet;
import com.example.arcade.event.PrizeV1;
import com.example.arcade.worker.PayPrizeWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** A winner's prize goes into the winner's wallet, which must be there and of its currency. */
public final class PayPrize implements PayPrizeWorker {
  @Override
  public Decision<Wallet> decide(Event<PrizeV1> event, EntityState<Wallet> wallet) {
    PrizeV1 prize = event.data();
    Wallet before = wallet.current();
    if (before == null || !before.currency().equals(prize.currency())) {
      return Decision.refuse("no-wallet", "The winner has no wallet of that currency.");
    }
    return Decision.next(before.withBalance(before.balance() + prize.amount()));
  }
}
