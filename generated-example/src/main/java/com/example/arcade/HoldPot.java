package com.example.arcade;

import com.example.arcade.entity.Wallet;
import com.example.arcade.event.PayoutRequestedV1;
import com.example.arcade.worker.HoldPotWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** The pot leaves its host's wallet, if the wallet holds it and the prizes add up to it. */
public final class HoldPot implements HoldPotWorker {
  @Override
  public Decision<Wallet> decide(Event<PayoutRequestedV1> event, EntityState<Wallet> wallet) {
    PayoutRequestedV1 payout = event.data();
    long prizes = payout.winners().stream().mapToLong(PayoutRequestedV1.Winner::prize).sum();
    if (prizes != payout.pot().amount()) {
      return Decision.refuse(
          "prizes-differ",
          "The prizes are %d together; the pot is %d.".formatted(prizes, payout.pot().amount()));
    }
    Wallet before = wallet.current();
    if (before == null
        || !before.currency().equals(payout.pot().currency())
        || before.balance() < prizes) {
      return Decision.refuse("pot-not-covered", "The host's wallet does not hold the pot.");
    }
    return Decision.next(before.withBalance(before.balance() - prizes));
  }
}
