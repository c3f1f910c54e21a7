package com.example.quickstart;

import com.example.quickstart.entity.Stock;
import com.example.quickstart.event.OrderPlacedV2;
import com.example.quickstart.worker.ReserveStockWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;
import java.util.stream.Stream;

/** Sets the pieces of an order aside, as long as there are enough. */
public final class ReserveStock implements ReserveStockWorker {
  /** What the warehouse opens with, for an article that nobody has ordered yet. */
  static final int OPENING_STOCK = 100;

  /** As many as the stock's schema allows. */
  private static final int KEPT = 100;

  @Override
  public Decision<Stock> decide(Event<OrderPlacedV2> event, EntityState<Stock> stock) {
    OrderPlacedV2 order = event.data();
    Stock before = stock.orElse(opening(order));
    if (before.available() < order.quantity()) {
      return Decision.refuse(
          "out-of-stock",
          "The order asks for %d pieces, %d are left."
              .formatted(order.quantity(), before.available()));
    }
    return Decision.next(
        before
            .withAvailable(before.available() - order.quantity())
            .withReservations(reserved(before.reservations(), order)));
  }

  private static Stock opening(OrderPlacedV2 order) {
    return Stock.builder()
        .sku(order.sku())
        .available(OPENING_STOCK)
        .reservations(List.of())
        .build();
  }

  private static List<Stock.Reservation> reserved(
      List<Stock.Reservation> reservations, OrderPlacedV2 order) {
    Stock.Reservation reservation =
        Stock.Reservation.builder().orderId(order.orderId()).quantity(order.quantity()).build();
    return Stream.concat(
            reservations.stream().skip(Math.max(0, reservations.size() - KEPT + 1)),
            Stream.of(reservation))
        .toList();
  }
}
