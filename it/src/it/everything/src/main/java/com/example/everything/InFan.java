package com.example.everything;

import com.example.everything.entity.Fanned;
import com.example.everything.event.ThingDoneV1;
import com.example.everything.worker.InFanWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** Adds what comes to the tally. */
public final class InFan implements InFanWorker {
  @Override
  public Decision<Fanned> decide(Event<ThingDoneV1> event, EntityState<Fanned> before) {
    return Decision.next(
        Fanned.builder().numbers(Numbers.and(before.state().map(Fanned::numbers).orElse(List.of()), event.data().number())).build());
  }
}
