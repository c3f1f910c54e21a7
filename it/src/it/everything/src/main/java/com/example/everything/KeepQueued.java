package com.example.everything;

import com.example.everything.entity.QueuedBlob;
import com.example.everything.event.BlobSentV1;
import com.example.everything.worker.KeepQueuedWorker;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.worker.Decision;

/** Keeps length and hash of a text. */
public final class KeepQueued implements KeepQueuedWorker {
  @Override
  public Decision<QueuedBlob> decide(Event<BlobSentV1> event, EntityState<QueuedBlob> before) {
    String text = event.data().text();
    return Decision.next(QueuedBlob.builder().length(text.length()).hash(text.hashCode()).build());
  }
}
