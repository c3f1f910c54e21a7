package com.example.arcade;

import com.example.arcade.entity.Wallet;
import com.example.arcade.event.PurchaseRequestedV1;
import com.example.arcade.event.WalletChargedV1;
import com.example.arcade.type.Money;
import com.example.arcade.worker.ChargeWalletWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** The price of a purchase leaves the wallet, if the wallet holds it. */
public final class ChargeWallet implements ChargeWalletWorker {
  @Override
  public Decision<Wallet> decide(Event<PurchaseRequestedV1> event, EntityState<Wallet> wallet) {
    PurchaseRequestedV1 purchase = event.data();
    Money price = purchase.price();
    Wallet before = wallet.current();
    if (before == null) {
      return Decision.refuse("no-wallet", "The player has never paid anything in.");
    }
    if (!before.currency().equals(price.currency())) {
      return Decision.refuse(
          "other-currency",
          "The wallet holds %s; the price is in %s."
              .formatted(before.currency(), price.currency()));
    }
    if (before.balance() < price.amount()) {
      return Decision.refuse(
          "insufficient-funds",
          "The wallet holds %d; the price is %d.".formatted(before.balance(), price.amount()));
    }
    Wallet after =
        before
            .withBalance(before.balance() - price.amount())
            .withCharges(Charges.with(before.charges(), purchase.purchaseId(), price.amount()));
    return Decision.next(
        after,
        emit(
            WalletChargedV1.builder()
                .playerId(purchase.playerId())
                .purchaseId(purchase.purchaseId())
                .charged(price)
                .balance(after.balance())
                .build()));
  }
}
