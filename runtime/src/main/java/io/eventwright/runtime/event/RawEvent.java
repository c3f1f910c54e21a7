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
 * @param replay the name of the replay that brings it from an archive; null for one that is new
 */
public record RawEvent(
    Envelope envelope, JsonValue data, @Nullable Claim claim, @Nullable String replay) {

  /** An event whose data came along. */
  public RawEvent(Envelope envelope, JsonValue data) {
    this(envelope, data, null, null);
  }

  /** An event whose data are elsewhere. */
  public static RawEvent claiming(Envelope envelope, Claim claim) {
    return new RawEvent(envelope, JsonNull.NULL, claim, null);
  }

  /** The same with these data. */
  public RawEvent with(JsonValue other) {
    return new RawEvent(envelope, other, null, replay);
  }

  /** The same, brought by a replay; a name that is missing or empty is none. */
  public RawEvent replayedBy(@Nullable String name) {
    return name == null || name.isEmpty() ? this : new RawEvent(envelope, data, claim, name);
  }
}
