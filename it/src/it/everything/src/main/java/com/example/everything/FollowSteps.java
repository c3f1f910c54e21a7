package com.example.everything;

import com.example.everything.entity.Trail;
import com.example.everything.event.StepTakenV1;
import com.example.everything.worker.FollowStepsWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** Adds what comes to the tally. */
public final class FollowSteps implements FollowStepsWorker {
  @Override
  public Decision<Trail> decide(Event<StepTakenV1> event, EntityState<Trail> before) {
    return Decision.next(
        Trail.builder().numbers(Numbers.and(before.state().map(Trail::numbers).orElse(List.of()), event.data().number())).build());
  }
}
