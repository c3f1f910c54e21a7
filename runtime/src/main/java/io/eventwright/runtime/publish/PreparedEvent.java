package io.eventwright.runtime.publish;

import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.EnvelopeWriter;

/**
 * An event that holds, and has not been sent.
 *
 * @param envelope its attributes
 * @param data its data, a JSON text
 */
public record PreparedEvent(Envelope envelope, String data) {

  /** CloudEvents structured JSON: what travels as {@code detail}. */
  public String detail() {
    return EnvelopeWriter.write(envelope, data);
  }

  /** Without the data, since its text does not tell what is sensitive. */
  @Override
  public String toString() {
    return "PreparedEvent[envelope=" + envelope + ", data=***]";
  }
}
