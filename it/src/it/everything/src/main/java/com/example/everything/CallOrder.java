package com.example.everything;

import com.example.everything.entity.Ordered;
import com.example.everything.event.PartnerOrderV1;
import com.example.everything.worker.CallOrderWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** Adds what comes to the tally. */
public final class CallOrder implements CallOrderWorker {
  @Override
  public Decision<Ordered> decide(Event<PartnerOrderV1> event, EntityState<Ordered> before) {
    return Decision.next(
        Ordered.builder().numbers(Numbers.and(before.state().map(Ordered::numbers).orElse(List.of()), event.data().number())).build());
  }
}
