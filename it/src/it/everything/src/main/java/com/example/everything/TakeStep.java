package com.example.everything;

import com.example.everything.entity.Step;
import com.example.everything.event.StepAskedV1;
import com.example.everything.event.StepTakenV1;
import com.example.everything.worker.TakeStepWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;
import java.util.List;

/** Adds what comes to the tally. */
public final class TakeStep implements TakeStepWorker {
  @Override
  public Decision<Step> decide(Event<StepAskedV1> event, EntityState<Step> before) {
    return Decision.next(
        Step.builder().numbers(Numbers.and(before.state().map(Step::numbers).orElse(List.of()), event.data().number())).build(),
        emit(StepTakenV1.builder().thingId(event.data().thingId()).number(event.data().number()).build()));
  }
}
