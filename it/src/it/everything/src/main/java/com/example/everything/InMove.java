package com.example.everything;

import com.example.everything.entity.Moved;
import com.example.everything.event.ThingDoneV1;
import com.example.everything.worker.InMoveWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** Adds what comes to the tally. */
public final class InMove implements InMoveWorker {
  @Override
  public Decision<Moved> decide(Event<ThingDoneV1> event, EntityState<Moved> before) {
    return Decision.next(
        Moved.builder().numbers(Numbers.and(before.state().map(Moved::numbers).orElse(List.of()), event.data().number())).build());
  }
}
