package io.eventwright.runtime.event;

import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.store.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads CloudEvents 1.0 in structured JSON, strictly: what the runtime decides by must be there, of
 * the right form, and short enough to be part of a key. Extension attributes that it does not know
 * are passed over, as CloudEvents asks.
 */
public final class EnvelopeReader {
  private static final Pattern PLACE = Pattern.compile("s3://([a-z0-9.-]{3,63})/(.{1,1024})");
  private static final Pattern BYTES = Pattern.compile("[0-9]{1,12}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,19}");

  private EnvelopeReader() {}

  /**
   * Reads an event.
   *
   * @param detail on EventBridge, the {@code detail}
   */
  public static RawEvent read(JsonValue detail) throws MalformedEvent {
    if (!(detail instanceof JsonObject event)) {
      throw new MalformedEvent("", "an event is an object, not a " + detail.typeName());
    }
    String specversion = required(event, "specversion", 8);
    if (!specversion.equals("1.0")) {
      throw new MalformedEvent("/specversion", "specversion must be 1.0");
    }
    String contentType = optional(event, "datacontenttype", 256);
    if (contentType != null && !isJson(contentType)) {
      throw new MalformedEvent("/datacontenttype", "only JSON data is taken");
    }
    Envelope envelope =
        new Envelope(
            required(event, "id", 512),
            required(event, "source", 256),
            required(event, "type", 256),
            optional(event, "subject", 640),
            time(required(event, "time", 64)),
            optional(event, "dataschema", 1024),
            sequence(event, "sequence"),
            sequence(event, "previous"),
            optional(event, "correlationid", 512),
            optional(event, "causationid", 512),
            trace(event));
    JsonValue data = event.get("data");
    if (data == null && event.has("dataref")) {
      return RawEvent.claiming(envelope, claim(event)).replayedBy(replay(event));
    }
    if (data == null) {
      throw new MalformedEvent(
          "/data", event.has("data_base64") ? "binary data is not taken" : "an event without data");
    }
    return new RawEvent(envelope, data).replayedBy(replay(event));
  }

  /** An attribute of our own, which a rule sets that cuts events: outside it there is no place. */
  private static @Nullable String replay(JsonObject event) throws MalformedEvent {
    return optional(event, "replayname", 256);
  }

  private static Claim claim(JsonObject event) throws MalformedEvent {
    Matcher place = PLACE.matcher(required(event, "dataref", 1_200));
    if (!place.matches()) {
      throw new MalformedEvent("/dataref", "dataref must be s3://bucket/key");
    }
    String bytes = event.get("databytes") instanceof JsonNumber number ? number.toString() : "";
    if (!BYTES.matcher(bytes).matches()) {
      throw new MalformedEvent("/databytes", "databytes must be a whole number");
    }
    return new Claim(
        place.group(1), place.group(2), required(event, "datasha256", 64), Long.parseLong(bytes));
  }

  private static boolean isJson(String contentType) {
    int end = contentType.indexOf(';');
    String type = (end < 0 ? contentType : contentType.substring(0, end)).trim();
    return type.equalsIgnoreCase("application/json") || type.endsWith("+json");
  }

  private static String required(JsonObject event, String name, int maxBytes)
      throws MalformedEvent {
    String value = optional(event, name, maxBytes);
    if (value == null) {
      throw new MalformedEvent("/" + name, "an event needs " + name);
    }
    return value;
  }

  /** What a rule's input transformer finds missing is an empty text; no attribute is empty. */
  private static @Nullable String optional(JsonObject event, String name, int maxBytes)
      throws MalformedEvent {
    JsonValue value = event.get(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof JsonString string)) {
      throw new MalformedEvent("/" + name, name + " must be a string");
    }
    if (string.value().isEmpty()) {
      return null;
    }
    if (string.value().getBytes(StandardCharsets.UTF_8).length > maxBytes) {
      throw new MalformedEvent("/" + name, name + " is longer than " + maxBytes + " bytes");
    }
    return string.value();
  }

  /** A trace decides nothing about an event: one that cannot be read is none. */
  private static @Nullable String trace(JsonObject event) {
    try {
      return optional(event, "traceparent", 512);
    } catch (MalformedEvent e) {
      return null;
    }
  }

  private static @Nullable String sequence(JsonObject event, String name) throws MalformedEvent {
    String value = optional(event, name, Keys.VERSION_DIGITS);
    if (value == null) {
      return null;
    }
    if (!DIGITS.matcher(value).matches()) {
      throw new MalformedEvent("/" + name, name + " must be a number in decimal digits");
    }
    return "0".repeat(Keys.VERSION_DIGITS - value.length()) + value;
  }

  private static Instant time(String text) throws MalformedEvent {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new MalformedEvent("/time", "time must be a timestamp as RFC 3339 writes it");
    }
  }
}
