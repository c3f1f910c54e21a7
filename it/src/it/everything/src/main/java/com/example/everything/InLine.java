package com.example.everything;

import com.example.everything.entity.Lined;
import com.example.everything.worker.InLineData;
import com.example.everything.worker.InLineWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** Adds what comes to the tally. */
public final class InLine implements InLineWorker {
  @Override
  public Decision<Lined> decide(Event<InLineData> event, EntityState<Lined> before) {
    return Decision.next(
        Lined.builder().numbers(Numbers.and(before.state().map(Lined::numbers).orElse(List.of()), event.data().number())).build());
  }
}
