package io.eventwright.runtime.intake;

import io.eventwright.runtime.event.EnvelopeReader;
import io.eventwright.runtime.event.MalformedEvent;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonLimits;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.Violation;
import java.util.List;

/** From a message's body to an event: EventBridge's envelope is taken off, if there is one. */
public final class MessageReader {
  /** Above what any channel carries: a body of more is not an event of ours. */
  private static final JsonLimits LIMITS =
      JsonLimits.DEFAULT.withMaxBytes(2 * 1024 * 1024).withMaxDepth(128);

  private MessageReader() {}

  /** Reads a body: an EventBridge event with ours as its {@code detail}, or ours alone. */
  public static RawEvent read(String body) throws Rejection {
    JsonValue message;
    try {
      message = Json.parse(body, LIMITS);
    } catch (JsonParseFailure e) {
      throw new Rejection(Reason.NOT_JSON, e.getMessage());
    }
    if (message instanceof JsonObject object
        && !object.has("specversion")
        && object.has("detail-type")) {
      JsonValue detail = object.get("detail");
      if (detail != null) {
        return event(detail, "/detail");
      }
    }
    return event(message, "");
  }

  /** Reads an event that is already JSON. */
  public static RawEvent event(JsonValue json, String pointer) throws Rejection {
    try {
      return EnvelopeReader.read(json);
    } catch (MalformedEvent e) {
      throw new Rejection(
          Reason.NOT_AN_EVENT,
          e.getMessage(),
          "CloudEvents 1.0",
          List.of(new Violation(pointer + e.pointer(), "", "", "", e.getMessage())));
    }
  }
}
