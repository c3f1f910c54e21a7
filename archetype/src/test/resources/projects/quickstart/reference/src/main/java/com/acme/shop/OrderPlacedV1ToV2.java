package com.acme.shop;

import com.acme.shop.event.OrderPlacedV1;
import com.acme.shop.event.OrderPlacedV2;
import com.acme.shop.type.Money;
import com.acme.shop.upcast.OrderPlacedV1ToV2Upcaster;

/** Version 1 knew one currency only; version 2 names it. */
public final class OrderPlacedV1ToV2 implements OrderPlacedV1ToV2Upcaster {
  @Override
  public OrderPlacedV2 upcast(OrderPlacedV1 old) {
    return OrderPlacedV2.builder()
        .orderId(old.orderId())
        .customerId(old.customerId())
        .sku(old.sku())
        .quantity(old.quantity())
        .price(Money.builder().amount(old.price()).currency(Money.Currency.EUR).build())
        .placedAt(old.placedAt())
        .giftMessage(old.giftMessage())
        .build();
  }
}
