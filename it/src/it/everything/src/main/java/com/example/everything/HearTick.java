package com.example.everything;

import com.example.everything.entity.Ticks;
import com.example.everything.event.TickedV1;
import com.example.everything.worker.HearTickWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** Adds what comes to the tally. */
public final class HearTick implements HearTickWorker {
  @Override
  public Decision<Ticks> decide(Event<TickedV1> event, EntityState<Ticks> before) {
    return Decision.next(
        Ticks.builder().numbers(Numbers.and(before.state().map(Ticks::numbers).orElse(List.of()), event.data().number())).build());
  }
}
