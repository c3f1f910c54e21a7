package com.example.arcade;

import static com.example.arcade.Examples.PLAYER;
import static com.example.arcade.Examples.PURCHASE;
import static com.example.arcade.Examples.deposit;
import static com.example.arcade.Examples.euros;
import static com.example.arcade.Examples.event;
import static com.example.arcade.Examples.next;
import static com.example.arcade.Examples.published;
import static com.example.arcade.Examples.purchase;
import static com.example.arcade.Examples.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.arcade.entity.Wallet;
import com.example.arcade.event.WalletChargedV1;
import com.example.arcade.event.WalletCreditedV1;
import com.example.arcade.event.WalletRefundedV1;
import com.example.arcade.type.Currency;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.worker.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalletWorkersTest {
  private static final EntityState<Wallet> NONE = new EntityState<>(PLAYER.value(), 0, null);

  @Test
  void theFirstDepositOpensTheWallet() {
    Decision<Wallet> decision = new CreditWallet().decide(event(deposit(2050, Currency.EUR)), NONE);

    assertEquals(2050, next(decision).balance());
    assertEquals(Currency.EUR, next(decision).currency());
    assertEquals(
        List.of(
            WalletCreditedV1.builder()
                .playerId(PLAYER)
                .depositId(deposit(2050, Currency.EUR).depositId())
                .credited(euros(2050))
                .balance(2050L)
                .build()),
        published(decision));
  }

  @Test
  void laterDepositsAddUp() {
    Decision<Wallet> decision =
        new CreditWallet().decide(event(deposit(50, Currency.EUR)), holding(100));

    assertEquals(150, next(decision).balance());
  }

  @Test
  void aWalletHasOneCurrency() {
    Decision<Wallet> decision =
        new CreditWallet().decide(event(deposit(50, Currency.USD)), holding(100));

    assertEquals("other-currency", refusal(decision));
  }

  @Test
  void aWalletHasALimit() {
    Decision<Wallet> decision =
        new CreditWallet().decide(event(deposit(1, Currency.EUR)), holding(999_999_999_999L));

    assertEquals("wallet-full", refusal(decision));
  }

  @Test
  void aPurchaseTakesItsPrice() {
    Decision<Wallet> decision = new ChargeWallet().decide(event(purchase(1, 1995)), holding(2050));

    assertEquals(55, next(decision).balance());
    assertEquals(PURCHASE, next(decision).charges().get(0).purchaseId());
    assertEquals(
        List.of(
            WalletChargedV1.builder()
                .playerId(PLAYER)
                .purchaseId(PURCHASE)
                .charged(euros(1995))
                .balance(55L)
                .build()),
        published(decision));
  }

  @Test
  void whatTheWalletDoesNotHoldIsNotTaken() {
    assertEquals(
        "insufficient-funds",
        refusal(new ChargeWallet().decide(event(purchase(1, 1995)), holding(1994))));
    assertEquals("no-wallet", refusal(new ChargeWallet().decide(event(purchase(1, 1)), NONE)));
  }

  @Test
  void aRefundGivesBackWhatWasTakenOnce() {
    Wallet charged = next(new ChargeWallet().decide(event(purchase(1, 1995)), holding(2050)));

    Decision<Wallet> refund = new RefundWallet().decide(event(purchase(1, 1995)), state(charged));
    assertEquals(2050, next(refund).balance());
    assertEquals(
        List.of(
            WalletRefundedV1.builder()
                .playerId(PLAYER)
                .purchaseId(PURCHASE)
                .refunded(euros(1995))
                .balance(2050L)
                .build()),
        published(refund));

    assertEquals(
        Decision.unchanged(),
        new RefundWallet().decide(event(purchase(1, 1995)), state(next(refund))));
  }

  @Test
  void nothingTakenNothingGivenBack() {
    assertEquals(
        Decision.unchanged(), new RefundWallet().decide(event(purchase(1, 1995)), holding(2050)));
    assertEquals(Decision.unchanged(), new RefundWallet().decide(event(purchase(1, 1995)), NONE));
  }

  @Test
  void theOldestChargesAreForgotten() {
    Wallet wallet = next(new CreditWallet().decide(event(deposit(10_000, Currency.EUR)), NONE));
    for (int i = 0; i < 101; i++) {
      wallet = next(new ChargeWallet().decide(event(purchase(1, i)), state(wallet)));
    }

    assertEquals(100, wallet.charges().size());
    assertEquals(1, wallet.charges().get(0).amount());
  }

  private static EntityState<Wallet> holding(long balance) {
    return state(
        Wallet.builder()
            .playerId(PLAYER)
            .balance(balance)
            .currency(Currency.EUR)
            .charges(List.of())
            .build());
  }

  private static EntityState<Wallet> state(Wallet wallet) {
    return new EntityState<>(PLAYER.value(), 1, wallet);
  }
}
