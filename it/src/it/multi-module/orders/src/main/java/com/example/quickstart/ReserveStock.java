package com.example.quickstart;

import com.example.quickstart.entity.Stock;
import com.example.quickstart.event.OrderPlacedV2;
import com.example.quickstart.worker.ReserveStockWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** Refuses everything. */
public final class ReserveStock implements ReserveStockWorker {
  @Override
  public Decision<Stock> decide(Event<OrderPlacedV2> event, EntityState<Stock> stock) {
    return Decision.refuse("closed", "The warehouse is closed.");
  }
}
