package com.example.everything;

import com.example.everything.event.StepTakenV1;
import com.example.everything.projection.SeenLinedProjection;
import com.example.everything.projection.SeenRow;
import io.eventwright.runtime.event.Event;

/** What a step says. */
public final class SeenLinedRows implements SeenLinedProjection {
  @Override
  public SeenRow stepTaken(Event<StepTakenV1> event) {
    return SeenRow.builder().thingId(event.data().thingId()).number(event.data().number()).build();
  }
}
