package com.example.everything;

import com.example.everything.event.TickedV1;
import com.example.everything.id.ThingId;
import com.example.everything.worker.TickLineWorker;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.trigger.ScheduleDue;
import io.eventwright.runtime.worker.Decision;

/** Says that it is time. */
public final class TickLine implements TickLineWorker {
  @Override
  public Decision<Void> decide(Event<ScheduleDue> event) {
    return Decision.publish(
        emit(TickedV1.builder().thingId(new ThingId("clock-line")).number(1).build()));
  }
}
