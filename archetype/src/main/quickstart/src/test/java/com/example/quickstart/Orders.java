package com.example.quickstart;

import com.example.quickstart.event.OrderPlacedV1;
import com.example.quickstart.event.OrderPlacedV2;
import com.example.quickstart.id.CustomerId;
import com.example.quickstart.id.OrderId;
import com.example.quickstart.id.Sku;
import com.example.quickstart.type.Money;
import io.eventwright.runtime.event.Envelope;
import java.time.Instant;
import java.util.UUID;

/** What the tests order. */
final class Orders {
  static final Sku MUG = new Sku("MUG-0350");
  static final Envelope ENVELOPE =
      new Envelope(
          "e-1",
          "quickstart",
          "order-placed.v2",
          null,
          Instant.EPOCH,
          null,
          null,
          null,
          null,
          null,
          null);

  private Orders() {}

  static OrderPlacedV2 order(int quantity) {
    return OrderPlacedV2.builder()
        .orderId(new OrderId(UUID.randomUUID().toString()))
        .customerId(new CustomerId("c-1042"))
        .sku(MUG)
        .quantity(quantity)
        .price(Money.builder().amount(1295).currency(Money.Currency.EUR).build())
        .placedAt(Instant.parse("2026-11-02T09:30:00Z"))
        .build();
  }

  /** As a producer writes it that has not moved on yet. */
  static OrderPlacedV1 oldOrder(int quantity) {
    return OrderPlacedV1.builder()
        .orderId(new OrderId(UUID.randomUUID().toString()))
        .customerId(new CustomerId("c-1042"))
        .sku(MUG)
        .quantity(quantity)
        .price(1295)
        .placedAt(Instant.parse("2026-11-02T09:30:00Z"))
        .build();
  }
}
