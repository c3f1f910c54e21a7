package io.eventwright.runtime.intake;

import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * What S3 says of an object, in either of its ways: through EventBridge ("EventBridge event message
 * structure"), where keys are as they are, or in a notification of its own ("Event message
 * structure"), where they are encoded as in a form. Told twice, a put has the same id: it is made
 * of bucket, key and the put's sequencer.
 */
final class ObjectEvents {
  private static final String SOURCE = "aws.s3";
  private static final String TYPE = "object-created.v1";

  private ObjectEvents() {}

  /** The event, or null when the message is not S3's. */
  static @Nullable RawEvent of(JsonObject message) throws Rejection {
    if ("s3:TestEvent".equals(text(message, "Event"))) {
      throw new Rejection(Reason.TEST_EVENT, "S3 tries whether it may send here");
    }
    if (SOURCE.equals(text(message, "source"))
        && message.get("detail") instanceof JsonObject detail) {
      return bridged(message, detail);
    }
    if (message.get("Records") instanceof JsonArray records
        && records.size() == 1
        && records.get(0) instanceof JsonObject record
        && "aws:s3".equals(text(record, "eventSource"))) {
      return notified(record);
    }
    return null;
  }

  private static RawEvent bridged(JsonObject message, JsonObject detail) throws Rejection {
    if (!"Object Created".equals(text(message, "detail-type"))) {
      throw new Rejection(
          Reason.UNKNOWN_TYPE, "S3 says " + text(message, "detail-type") + ", not Object Created");
    }
    return event(
        text(object(detail, "bucket"), "name"),
        text(object(detail, "object"), "key"),
        object(detail, "object"),
        "etag",
        text(message, "time"));
  }

  private static RawEvent notified(JsonObject record) throws Rejection {
    String name = text(record, "eventName");
    if (name == null || !name.replace("s3:", "").startsWith("ObjectCreated:")) {
      throw new Rejection(Reason.UNKNOWN_TYPE, "S3 says " + name + ", not ObjectCreated");
    }
    JsonObject s3 = object(record, "s3");
    JsonObject object = object(s3, "object");
    String key = text(object, "key");
    return event(
        text(object(s3, "bucket"), "name"),
        key == null ? null : decoded(key),
        object,
        "eTag",
        text(record, "eventTime"));
  }

  private static String decoded(String key) throws Rejection {
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed("a key that is not encoded as S3 encodes it");
    }
  }

  private static RawEvent event(
      @Nullable String bucket,
      @Nullable String key,
      JsonObject object,
      String tagName,
      @Nullable String time)
      throws Rejection {
    String tag = text(object, tagName);
    if (bucket == null || key == null || time == null) {
      throw malformed("an object without bucket, key or time");
    }
    String sequencer = text(object, "sequencer");
    String id =
        Sha256.uuid("object", bucket, key, sequencer == null ? String.valueOf(tag) : sequencer);
    JsonObject.Builder data = JsonObject.builder();
    data.put("bucket", new JsonString(bucket)).put("key", new JsonString(key));
    if (object.get("size") instanceof JsonNumber size) {
      data.put("size", size);
    }
    if (tag != null) {
      data.put("etag", new JsonString(tag));
    }
    Envelope envelope =
        new Envelope(id, SOURCE, TYPE, null, at(time), null, null, null, id, null, null);
    return new RawEvent(envelope, data.build());
  }

  private static Instant at(String time) throws Rejection {
    try {
      return Instant.parse(time);
    } catch (DateTimeParseException e) {
      throw malformed("a time that is none");
    }
  }

  private static Rejection malformed(String what) {
    return new Rejection(Reason.NOT_AN_EVENT, "S3 tells of " + what);
  }

  private static JsonObject object(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonObject object ? object : JsonObject.empty();
  }

  private static @Nullable String text(JsonObject parent, String name) {
    JsonValue value = parent.get(name);
    return value instanceof JsonString text ? text.value() : null;
  }
}
