package com.example.arcade;

import com.example.arcade.entity.Inventory;
import com.example.arcade.event.ItemStockedV1;
import com.example.arcade.worker.StockItemWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** The shop gets more pieces of an item. */
public final class StockItem implements StockItemWorker {
  @Override
  public Decision<Inventory> decide(Event<ItemStockedV1> event, EntityState<Inventory> inventory) {
    ItemStockedV1 delivery = event.data();
    Inventory before = inventory.orElse(none(delivery));
    return Decision.next(before.withAvailable(before.available() + delivery.quantity()));
  }

  private static Inventory none(ItemStockedV1 delivery) {
    return Inventory.builder()
        .itemId(delivery.itemId())
        .available(0)
        .reservations(List.of())
        .build();
  }
}
