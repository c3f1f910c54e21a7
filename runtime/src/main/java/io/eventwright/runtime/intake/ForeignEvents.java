package io.eventwright.runtime.intake;

import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Events that another system puts on EventBridge without an envelope of CloudEvents: EventBridge's
 * own attributes stand for it, and the {@code detail} is the data. They have no sequence.
 */
final class ForeignEvents {
  private static final int LONGEST = 256;

  private ForeignEvents() {}

  /** The event, or null when it is none of those. */
  static @Nullable RawEvent of(JsonValue message, String system) throws Rejection {
    if (!(message instanceof JsonObject object)
        || object.has("specversion")
        || !(object.get("detail") instanceof JsonObject detail)
        || detail.has("specversion")) {
      return null;
    }
    String source = text(object, "source");
    String type = text(object, "detail-type");
    String id = text(object, "id");
    String time = text(object, "time");
    if (source == null || type == null || source.equals(system) || source.startsWith("aws.")) {
      return null;
    }
    if (id == null || time == null || source.length() > LONGEST || type.length() > LONGEST) {
      throw new Rejection(Reason.NOT_AN_EVENT, "an event of " + source + " without id or time");
    }
    try {
      return new RawEvent(
              new Envelope(
                  id, source, type, null, Instant.parse(time), null, null, null, id, null, null),
              detail)
          .replayedBy(Replays.name(object));
    } catch (DateTimeParseException e) {
      throw new Rejection(Reason.NOT_AN_EVENT, "an event of " + source + " whose time is none");
    }
  }

  private static @Nullable String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString text ? text.value() : null;
  }
}
