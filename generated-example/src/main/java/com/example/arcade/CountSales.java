package com.example.arcade;

import com.example.arcade.entity.Popularity;
import com.example.arcade.worker.CountSalesData;
import com.example.arcade.worker.CountSalesWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** Adds up the pieces of an item; who bought them is not there to be read. */
public final class CountSales implements CountSalesWorker {

  @Override
  public Decision<Popularity> decide(
      Event<CountSalesData> event, EntityState<Popularity> popularity) {
    int before = popularity.state().map(Popularity::pieces).orElse(0);
    return Decision.next(Popularity.builder().pieces(before + event.data().quantity()).build());
  }
}
