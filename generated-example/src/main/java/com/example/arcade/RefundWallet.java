package com.example.arcade;

import com.example.arcade.entity.Wallet;
import com.example.arcade.event.PurchaseRequestedV1;
import com.example.arcade.event.WalletRefundedV1;
import com.example.arcade.worker.RefundWalletWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.Optional;

/** What a purchase took comes back, once; a purchase that took nothing changes nothing. */
public final class RefundWallet implements RefundWalletWorker {
  @Override
  public Decision<Wallet> decide(Event<PurchaseRequestedV1> event, EntityState<Wallet> wallet) {
    PurchaseRequestedV1 purchase = event.data();
    Wallet before = wallet.current();
    if (before == null) {
      return Decision.unchanged();
    }
    Optional<Wallet.Charge> charge = Charges.open(before.charges(), purchase.purchaseId());
    return charge.map(taken -> refund(before, taken, purchase)).orElseGet(Decision::unchanged);
  }

  private Decision<Wallet> refund(
      Wallet before, Wallet.Charge taken, PurchaseRequestedV1 purchase) {
    Wallet after =
        before
            .withBalance(before.balance() + taken.amount())
            .withCharges(Charges.refunded(before.charges(), taken.purchaseId()));
    return Decision.next(
        after,
        emit(
            WalletRefundedV1.builder()
                .playerId(purchase.playerId())
                .purchaseId(purchase.purchaseId())
                .refunded(purchase.price().withAmount(taken.amount()))
                .balance(after.balance())
                .build()));
  }
}
