package com.example.everything;

import com.example.everything.event.TickedV1;
import com.example.everything.id.ThingId;
import com.example.everything.worker.DropQueueWorker;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.trigger.ObjectCreated;
import io.eventwright.runtime.trigger.StoredObjects;
import io.eventwright.runtime.worker.Decision;

/** Says how many bytes the object has. */
public final class DropQueue implements DropQueueWorker {
  @Override
  public Decision<Void> decide(Event<ObjectCreated> event, StoredObjects.Content content) {
    int bytes = content.read(1000, in -> in.readAllBytes().length);
    return Decision.publish(emit(TickedV1.builder().thingId(new ThingId("drop-queue")).number(bytes).build()));
  }
}
