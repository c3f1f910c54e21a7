package com.example.everything;

import com.example.everything.entity.Called;
import com.example.everything.worker.InCallData;
import com.example.everything.worker.InCallWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** Adds what comes to the tally. */
public final class InCall implements InCallWorker {
  @Override
  public Decision<Called> decide(Event<InCallData> event, EntityState<Called> before) {
    return Decision.next(
        Called.builder().numbers(Numbers.and(before.state().map(Called::numbers).orElse(List.of()), event.data().number())).build());
  }
}
