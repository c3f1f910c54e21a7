package io.eventwright.runtime.publish;

import io.eventwright.runtime.claim.Claims;
import io.eventwright.runtime.event.CodecText;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.EnvelopeWriter;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.ValidationResult;
import io.eventwright.runtime.seal.Seals;
import io.eventwright.runtime.store.Timestamps;
import io.eventwright.runtime.time.Backoff;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.trace.Traces;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Sends events that a caller decided on: from a client, a test, a route. Its events have no
 * producing entity, hence no sequence. Returns once the bus has stored them. Safe under many
 * threads.
 */
public final class Publisher {
  private static final Backoff BACKOFF = new Backoff(50, 1_000);
  private static final long PATIENCE_MILLIS = 10_000;

  private final Bus bus;
  private final Clock clock;
  private final Supplier<String> ids;
  private final Claims claims;
  private final Traces traces;
  private final Seals seals;

  /**
   * A publisher.
   *
   * @param ids gives each event its id
   * @param claims where data go that are too large for the bus
   * @param seals what is sensitive of their data
   * @param traces the span that is open makes the events
   */
  public Publisher(
      Bus bus, Clock clock, Supplier<String> ids, Claims claims, Seals seals, Traces traces) {
    this.seals = seals;
    this.traces = traces;
    this.bus = bus;
    this.clock = clock;
    this.ids = ids;
    this.claims = claims;
  }

  /**
   * Checks an event and sends it.
   *
   * @param subject what it is about, such as {@code player/p-1}
   * @return the envelope that it was sent in
   * @throws InvalidEvent with every violation, before anything is sent
   * @throws NotPublished when the bus did not take it
   */
  public <T> Envelope publish(EventType<T> type, String subject, T data) {
    PreparedEvent event = prepare(type, subject, data);
    send(List.of(event));
    return event.envelope();
  }

  /**
   * Checks an event, and sends nothing.
   *
   * @throws InvalidEvent with every violation
   */
  public <T> PreparedEvent prepare(EventType<T> type, String subject, T data) {
    String text = CodecText.write(type.codec(), data);
    check(type, text);
    String id = ids.get();
    Envelope envelope =
        new Envelope(
            id,
            type.system(),
            type.wireType(),
            subject,
            Timestamps.now(clock),
            type.dataschema(type.newestMinor()),
            null,
            null,
            id,
            null,
            traces.traceparent(null));
    return new PreparedEvent(envelope, seals.seal(type.sealing(), type.sealed(), text));
  }

  /**
   * Sends events, in order; those that the bus refuses for now are sent again.
   *
   * @throws NotPublished naming those that it did not take in the end
   */
  public void send(List<PreparedEvent> events) {
    List<PreparedEvent> left = events;
    Deadline patience = Deadline.in(PATIENCE_MILLIS);
    for (int tries = 0; ; tries++) {
      Map<PreparedEvent, String> refused = sendOnce(left);
      if (refused.isEmpty()) {
        return;
      }
      left = new ArrayList<>(refused.keySet());
      if (!BACKOFF.pause(tries, patience)) {
        throw new NotPublished(refused);
      }
    }
  }

  /** What is stored first may be stored for nothing; what is named is always there. */
  private String detail(PreparedEvent event) {
    return claims.takes(event.data())
        ? EnvelopeWriter.write(
            event.envelope(), claims.checkIn(event.envelope().type(), event.data()))
        : event.detail();
  }

  private Map<PreparedEvent, String> sendOnce(List<PreparedEvent> events) {
    List<Bus.Entry> entries =
        events.stream().map(event -> new Bus.Entry(event.envelope(), detail(event))).toList();
    List<Bus.Result> results = bus.put(entries);
    Map<PreparedEvent, String> refused = new LinkedHashMap<>();
    for (int i = 0; i < results.size(); i++) {
      Bus.Result result = results.get(i);
      if (!result.taken()) {
        refused.put(events.get(i), result.errorCode() + ": " + result.errorMessage());
      }
    }
    return refused;
  }

  private static void check(EventType<?> type, String text) {
    String schema = type.dataschema(type.newestMinor());
    JsonValue json;
    try {
      json = Json.parse(text);
    } catch (JsonParseFailure e) {
      throw new IllegalStateException("the codec of " + schema + " wrote what is no JSON", e);
    }
    ValidationResult result = type.validators().get(type.newestMinor()).validate(json);
    if (!result.isValid()) {
      throw new InvalidEvent(schema, result.violations());
    }
  }
}
