package io.eventwright.runtime.intake;

import io.eventwright.runtime.event.EnvelopeReader;
import io.eventwright.runtime.event.MalformedEvent;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonLimits;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.Violation;
import java.util.List;

/** From a message's body to an event: what services put around it is taken off. */
public final class MessageReader {
  /** Above what any channel carries: a body of more is not an event of ours. */
  private static final JsonLimits LIMITS =
      JsonLimits.DEFAULT.withMaxBytes(2 * 1024 * 1024).withMaxDepth(128);

  /** A dead letter of a call, of a notification, of an event: nothing has more around it. */
  private static final int MOST_LAYERS = 3;

  private MessageReader() {}

  /**
   * Reads a body: ours alone, or in what the services put around it: EventBridge's event, an SNS
   * notification that was not delivered raw, what Lambda puts around an event at its destination.
   */
  public static RawEvent read(String body) throws Rejection {
    JsonValue message = parse(body);
    String pointer = "";
    RawEvent told = message instanceof JsonObject object ? ObjectEvents.of(object) : null;
    if (told != null) {
      return told;
    }
    String replay = null;
    for (int layer = 0; layer < MOST_LAYERS; layer++) {
      if (!(message instanceof JsonObject object) || object.has("specversion")) {
        break;
      }
      JsonValue detail = object.get("detail");
      JsonValue payload = object.get("requestPayload");
      if (object.has("detail-type") && detail != null) {
        replay = Replays.name(object);
        message = detail;
        pointer += "/detail";
      } else if (object.has("TopicArn") && object.get("Message") instanceof JsonString text) {
        message = parse(text.value());
        pointer += "/Message";
      } else if (object.has("requestContext") && payload != null) {
        message = payload;
        pointer += "/requestPayload";
      } else {
        break;
      }
    }
    return event(message, pointer).replayedBy(replay);
  }

  /**
   * The same where other systems' buses are listened to as well: what they put on theirs is an
   * EventBridge event with plain data.
   *
   * @param system whose own events are never without their envelope
   */
  public static RawEvent read(String body, String system) throws Rejection {
    RawEvent foreign = ForeignEvents.of(parse(body), system);
    return foreign == null ? read(body) : foreign;
  }

  private static JsonValue parse(String text) throws Rejection {
    try {
      return Json.parse(text, LIMITS);
    } catch (JsonParseFailure e) {
      throw new Rejection(Reason.NOT_JSON, e.getMessage());
    }
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
