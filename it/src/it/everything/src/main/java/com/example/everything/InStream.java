package com.example.everything;

import com.example.everything.entity.Streamed;
import com.example.everything.worker.InStreamData;
import com.example.everything.worker.InStreamWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** Adds what comes to the tally. */
public final class InStream implements InStreamWorker {
  @Override
  public Decision<Streamed> decide(Event<InStreamData> event, EntityState<Streamed> before) {
    return Decision.next(
        Streamed.builder().numbers(Numbers.and(before.state().map(Streamed::numbers).orElse(List.of()), event.data().number())).build());
  }
}
