package com.example.arcade;

import com.example.arcade.entity.Wallet;
import com.example.arcade.event.PrizeV1;
import com.example.arcade.worker.TakePrizeBackWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** A prize is taken back; a winner who has spent some of it has what is left taken by a person. */
public final class TakePrizeBack implements TakePrizeBackWorker {
  @Override
  public Decision<Wallet> decide(Event<PrizeV1> event, EntityState<Wallet> wallet) {
    Wallet before = wallet.current();
    if (before == null || before.balance() < event.data().amount()) {
      return Decision.refuse("prize-spent", "The winner's wallet holds less than the prize.");
    }
    return Decision.next(before.withBalance(before.balance() - event.data().amount()));
  }
}
