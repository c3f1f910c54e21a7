package com.example.arcade;

import com.example.arcade.event.DepositReceivedV2;
import com.example.arcade.event.PurchaseRequestedV1;
import com.example.arcade.id.DepositId;
import com.example.arcade.id.ItemId;
import com.example.arcade.id.PlayerId;
import com.example.arcade.id.PurchaseId;
import com.example.arcade.type.Currency;
import com.example.arcade.type.Money;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.Emission;
import java.time.Instant;
import java.util.List;

/** What the tests of the workers speak of. */
final class Examples {
  static final PlayerId PLAYER = new PlayerId("p-7");
  static final ItemId ITEM = new ItemId("golden-joystick");
  static final PurchaseId PURCHASE = new PurchaseId("4f6c0f0a-3b1e-4a53-9c55-6a2d1a7b9e01");

  private Examples() {}

  static DepositReceivedV2 deposit(long minorUnits, Currency currency) {
    return DepositReceivedV2.builder()
        .depositId(new DepositId("7d1a1c52-94f4-4e0b-8a7e-0d9e4c2b1f63"))
        .playerId(PLAYER)
        .minorUnits(minorUnits)
        .currency(currency)
        .method(DepositReceivedV2.Method.CARD)
        .build();
  }

  static PurchaseRequestedV1 purchase(int quantity, long price) {
    return PurchaseRequestedV1.builder()
        .purchaseId(PURCHASE)
        .playerId(PLAYER)
        .itemId(ITEM)
        .quantity(quantity)
        .price(euros(price))
        .build();
  }

  static Money euros(long amount) {
    return Money.builder().amount(amount).currency(Currency.EUR).build();
  }

  /** An event as the runtime would hand it over; workers look at its data only. */
  static <T> Event<T> event(T data) {
    return new Event<>(
        new Envelope(
            "e-1", "arcade", "test.v1", null, Instant.EPOCH, null, null, null, null, null, null),
        data);
  }

  static <S> S next(Decision<S> decision) {
    return ((Decision.Next<S>) decision).state();
  }

  static List<Object> published(Decision<?> decision) {
    return ((Decision.Next<?>) decision).emissions().stream().<Object>map(Emission::data).toList();
  }

  static String refusal(Decision<?> decision) {
    return ((Decision.Refused<?>) decision).code();
  }
}
