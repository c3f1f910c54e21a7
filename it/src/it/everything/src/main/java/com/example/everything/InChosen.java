package com.example.everything;

import com.example.everything.entity.Chosen;
import com.example.everything.event.ThingDoneV1;
import com.example.everything.worker.InChosenWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** Adds what comes to the tally. */
public final class InChosen implements InChosenWorker {
  @Override
  public Decision<Chosen> decide(Event<ThingDoneV1> event, EntityState<Chosen> before) {
    return Decision.next(
        Chosen.builder().numbers(Numbers.and(before.state().map(Chosen::numbers).orElse(List.of()), event.data().number())).build());
  }
}
