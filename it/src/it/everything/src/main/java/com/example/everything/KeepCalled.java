package com.example.everything;

import com.example.everything.entity.CalledBlob;
import com.example.everything.event.BlobSentV1;
import com.example.everything.worker.KeepCalledWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** Keeps length and hash of a text. */
public final class KeepCalled implements KeepCalledWorker {
  @Override
  public Decision<CalledBlob> decide(Event<BlobSentV1> event, EntityState<CalledBlob> before) {
    String text = event.data().text();
    return Decision.next(CalledBlob.builder().length(text.length()).hash(text.hashCode()).build());
  }
}
