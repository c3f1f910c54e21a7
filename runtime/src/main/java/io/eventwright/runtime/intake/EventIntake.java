package io.eventwright.runtime.intake;

import io.eventwright.runtime.event.CodecText;
import io.eventwright.runtime.event.Consumed;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.seal.Seals;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From an event's JSON to the record that a consumer's code sees: known type, known version, valid
 * data, upcast.
 *
 * @param <T> that record
 */
public final class EventIntake<T> {
  private final Map<String, Consumed<?, T>> byWireType = new LinkedHashMap<>();

  private final Seals seals;

  /** An intake of events of which nothing is sealed. */
  public EventIntake(Collection<Consumed<?, T>> consumed) {
    this(consumed, Seals.SHUT);
  }

  /**
   * An intake.
   *
   * @param seals opens what is sealed of the data
   */
  public EventIntake(Collection<Consumed<?, T>> consumed, Seals seals) {
    this.seals = seals;
    for (Consumed<?, T> one : consumed) {
      byWireType.put(one.type().wireType(), one);
    }
  }

  /** Whether events of that type on the wire are taken. */
  public boolean takes(String wireType) {
    return byWireType.containsKey(wireType);
  }

  /** Reads an event; upcasters may throw what they like, and it passes through. */
  public Event<T> read(RawEvent raw) throws Rejection {
    Consumed<?, T> consumed = byWireType.get(raw.envelope().type());
    if (consumed == null) {
      throw new Rejection(
          Reason.UNKNOWN_TYPE,
          "events of type "
              + raw.envelope().type()
              + " are not taken here, only "
              + String.join(", ", byWireType.keySet()));
    }
    if (!raw.envelope().source().equals(consumed.type().system())) {
      throw new Rejection(
          Reason.UNKNOWN_TYPE,
          "events of "
              + raw.envelope().source()
              + " are not taken here, only those of "
              + consumed.type().system());
    }
    return new Event<>(raw.envelope(), record(consumed, raw));
  }

  /** The hash by which a changed payload is told: of type and data, however they are written. */
  public static String payloadHash(RawEvent raw) {
    JsonObject content =
        JsonObject.builder()
            .put("type", new JsonString(raw.envelope().type()))
            .put("data", raw.data())
            .build();
    return Sha256.hex(Json.canonicalBytes(content));
  }

  private <O> T record(Consumed<O, T> consumed, RawEvent raw) throws Rejection {
    EventType<O> type = consumed.type();
    JsonValue data = seals.open(type.sealing(), type.sealed(), raw.data());
    checkVersion(type, raw.envelope(), data);
    O record;
    try {
      record = CodecText.read(type.codec(), data);
    } catch (IOException e) {
      throw new Rejection(
          Reason.UNREADABLE,
          "the data cannot be read as " + type.wireType() + ": " + e.getMessage());
    }
    return consumed.upcast().apply(record);
  }

  private static void checkVersion(EventType<?> type, Envelope envelope, JsonValue data)
      throws Rejection {
    String dataschema = envelope.dataschema();
    int minor = dataschema == null ? type.newestMinor() : minor(type, dataschema);
    VersionCheck.check(type, minor, data);
  }

  private static int minor(EventType<?> type, String dataschema) throws Rejection {
    String prefix = type.dataschema(0);
    prefix = prefix.substring(0, prefix.length() - 1);
    String minor = dataschema.startsWith(prefix) ? dataschema.substring(prefix.length()) : "";
    if (minor.isEmpty()
        || minor.length() > 6
        || !minor.chars().allMatch(c -> '0' <= c && c <= '9')) {
      throw new Rejection(
          Reason.UNKNOWN_VERSION,
          "the dataschema is no version of " + type.wireType() + ": " + dataschema);
    }
    return Integer.parseInt(minor);
  }
}
