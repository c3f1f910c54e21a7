package com.example.everything;

import com.example.everything.entity.Newest;
import com.example.everything.event.StepTakenV1;
import com.example.everything.worker.KnowNewestWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** Adds what comes to the tally. */
public final class KnowNewest implements KnowNewestWorker {
  @Override
  public Decision<Newest> decide(Event<StepTakenV1> event, EntityState<Newest> before) {
    return Decision.next(
        Newest.builder().numbers(Numbers.and(before.state().map(Newest::numbers).orElse(List.of()), event.data().number())).build());
  }
}
