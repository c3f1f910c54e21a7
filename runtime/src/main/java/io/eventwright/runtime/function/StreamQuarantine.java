package io.eventwright.runtime.function;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.intake.MessageReader;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.intake.StreamRecord;
import org.jspecify.annotations.Nullable;

/** Reads the event of a stream's record, or puts the record aside whole. */
record StreamQuarantine(String consumer, SystemRuntime runtime) {

  RawEvent read(StreamRecord record) throws Rejection {
    String text = record.text();
    if (text == null) {
      throw new Rejection(Reason.NOT_JSON, "the data is no UTF-8; it is kept in base64");
    }
    return MessageReader.read(text, runtime.settings().system());
  }

  /**
   * Sends a record to the quarantine.
   *
   * @throws IllegalStateException when it is too large: then its retries end at the mapping's
   *     on-failure destination, which takes it whole
   */
  void send(StreamRecord record, @Nullable Envelope envelope, Rejection rejection) {
    boolean sent =
        runtime.quarantine().send(consumer, rejection, envelope, record.eventId(), record.kept());
    if (!sent) {
      throw new IllegalStateException(record.eventId() + " is too large for the quarantine");
    }
  }
}
