package com.example.reports;

import com.example.quickstart.event.OrderPlacedV2;
import java.util.List;

/** Another module's use of generated records. */
public final class Turnover {
  private Turnover() {}

  /** The sum of all orders in minor units. */
  public static long of(List<OrderPlacedV2> orders) {
    return orders.stream().mapToLong(order -> order.quantity() * order.price().amount()).sum();
  }
}
