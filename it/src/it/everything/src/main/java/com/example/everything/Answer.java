package com.example.everything;

import com.example.everything.entity.Asked;
import com.example.everything.event.ThingAskedV1;
import com.example.everything.worker.AnswerWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** Adds what comes to the tally. */
public final class Answer implements AnswerWorker {
  @Override
  public Decision<Asked> decide(Event<ThingAskedV1> event, EntityState<Asked> before) {
    return Decision.next(
        Asked.builder().numbers(Numbers.and(before.state().map(Asked::numbers).orElse(List.of()), event.data().number())).build());
  }
}
