package io.eventwright.runtime.log;

import io.eventwright.runtime.event.Envelope;

/**
 * An event that a version publishes.
 *
 * @param envelope its attributes
 * @param data its data, a JSON text
 */
public record OutboxEvent(Envelope envelope, String data) {

  /** Without the data, since its text does not tell what is sensitive. */
  @Override
  public String toString() {
    return "OutboxEvent[envelope=" + envelope + ", data=***]";
  }
}
