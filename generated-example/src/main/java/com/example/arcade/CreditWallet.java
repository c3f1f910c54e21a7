package com.example.arcade;

import com.example.arcade.entity.Wallet;
import com.example.arcade.event.DepositReceivedV2;
import com.example.arcade.event.WalletCreditedV1;
import com.example.arcade.type.Money;
import com.example.arcade.worker.CreditWalletWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** A deposit goes into the player's wallet; the first one opens it, in its currency. */
public final class CreditWallet implements CreditWalletWorker {
  /** As much as the wallet's schema allows. */
  private static final long FULL = 999_999_999_999L;

  @Override
  public Decision<Wallet> decide(Event<DepositReceivedV2> event, EntityState<Wallet> wallet) {
    DepositReceivedV2 deposit = event.data();
    Wallet before = wallet.orElse(opened(deposit));
    if (!before.currency().equals(deposit.currency())) {
      return Decision.refuse(
          "other-currency",
          "The wallet holds %s; the deposit is in %s."
              .formatted(before.currency(), deposit.currency()));
    }
    if (before.balance() > FULL - deposit.minorUnits()) {
      return Decision.refuse("wallet-full", "A wallet holds at most %d.".formatted(FULL));
    }
    Wallet after = before.withBalance(before.balance() + deposit.minorUnits());
    return Decision.next(
        after,
        emit(
            WalletCreditedV1.builder()
                .playerId(deposit.playerId())
                .depositId(deposit.depositId())
                .credited(
                    Money.builder()
                        .amount(deposit.minorUnits())
                        .currency(deposit.currency())
                        .build())
                .balance(after.balance())
                .build()));
  }

  private static Wallet opened(DepositReceivedV2 deposit) {
    return Wallet.builder()
        .playerId(deposit.playerId())
        .balance(0L)
        .currency(deposit.currency())
        .charges(List.of())
        .build();
  }
}
