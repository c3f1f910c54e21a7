package com.example.arcade;

import com.example.arcade.entity.Loyalty;
import com.example.arcade.event.PurchaseCompletedV1;
import com.example.arcade.worker.AwardPointsWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** A point for each whole unit of the currency; small purchases never come here. */
public final class AwardPoints implements AwardPointsWorker {
  private static final Loyalty NONE = Loyalty.builder().points(0).build();

  @Override
  public Decision<Loyalty> decide(Event<PurchaseCompletedV1> event, EntityState<Loyalty> loyalty) {
    Loyalty before = loyalty.orElse(NONE);
    return Decision.next(before.withPoints(before.points() + event.data().price().amount() / 100));
  }
}
