package io.eventwright.runtime.event;

import io.eventwright.runtime.json.JsonValue;

/**
 * An event before its data has been looked at.
 *
 * @param envelope its attributes, sound
 * @param data its data as received, unchecked
 */
public record RawEvent(Envelope envelope, JsonValue data) {

  /** Without the data, of which nobody knows yet what is sensitive. */
  @Override
  public String toString() {
    return "RawEvent[envelope=" + envelope + ", data=***]";
  }
}
