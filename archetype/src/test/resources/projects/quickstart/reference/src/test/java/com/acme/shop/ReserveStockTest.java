package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.acme.shop.entity.Stock;
import com.acme.shop.event.OrderPlacedV2;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import org.junit.jupiter.api.Test;

/** A worker is a pure function: no cloud, no mocks. */
class ReserveStockTest {
  private static final EntityState<Stock> NEVER_ORDERED =
      new EntityState<>(Orders.MUG.value(), 0, null);

  @Test
  void anOrderSetsItsPiecesAside() {
    Stock after = next(decide(Orders.order(2), NEVER_ORDERED));

    assertEquals(ReserveStock.OPENING_STOCK - 2, after.available());
    assertEquals(2, after.reservations().get(0).quantity());
  }

  @Test
  void nothingIsSoldTwice() {
    Stock soldOut = next(decide(Orders.order(ReserveStock.OPENING_STOCK), NEVER_ORDERED));

    Decision<Stock> second = decide(Orders.order(1), new EntityState<>("MUG-0350", 1, soldOut));

    assertEquals("out-of-stock", assertInstanceOf(Decision.Refused.class, second).code());
  }

  private static Decision<Stock> decide(OrderPlacedV2 order, EntityState<Stock> stock) {
    return new ReserveStock().decide(new Event<>(Orders.ENVELOPE, order), stock);
  }

  private static Stock next(Decision<Stock> decision) {
    return ((Decision.Next<Stock>) decision).state();
  }
}
