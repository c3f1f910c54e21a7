package com.example.everything;

import com.example.everything.entity.Queued;
import com.example.everything.worker.InQueueData;
import com.example.everything.worker.InQueueWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** Adds what comes to the tally. */
public final class InQueue implements InQueueWorker {
  @Override
  public Decision<Queued> decide(Event<InQueueData> event, EntityState<Queued> before) {
    return Decision.next(
        Queued.builder().numbers(Numbers.and(before.state().map(Queued::numbers).orElse(List.of()), event.data().number())).build());
  }
}
