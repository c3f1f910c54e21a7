package io.eventwright.runtime.event;

import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * An event before its data has been looked at.
 *
 * @param envelope its attributes, sound
 * @param data its data as received, unchecked; null as JSON while they are elsewhere
 * @param claim where they are; null when they came along
 */
public record RawEvent(Envelope envelope, JsonValue data, @Nullable Claim claim) {

  /** An event whose data came along. */
  public RawEvent(Envelope envelope, JsonValue data) {
    this(envelope, data, null);
  }

  /** An event whose data are elsewhere. */
  public static RawEvent claiming(Envelope envelope, Claim claim) {
    return new RawEvent(envelope, JsonNull.NULL, claim);
  }
}
