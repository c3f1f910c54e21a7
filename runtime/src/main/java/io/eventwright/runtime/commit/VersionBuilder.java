package io.eventwright.runtime.commit;

import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.log.Cause;
import io.eventwright.runtime.log.EntityKey;
import io.eventwright.runtime.log.OutboxEvent;
import io.eventwright.runtime.log.RowHash;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.seal.Seals;
import io.eventwright.runtime.store.Keys;
import io.eventwright.runtime.worker.Emission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes an entity's next version row.
 *
 * @param system source of the events that it publishes
 * @param entity the entity
 * @param previous its version before; null for none
 * @param cause why
 * @param at when
 * @param seals what is sensitive of the events
 */
record VersionBuilder(
    String system,
    EntityKey entity,
    @Nullable VersionRow previous,
    Cause cause,
    Instant at,
    Seals seals) {

  /** The row, hashed, once every emitted event has been found to hold. */
  VersionRow build(@Nullable String state, List<Emission<?>> emissions) throws Rejection {
    return build(state, emissions, null);
  }

  /**
   * The same for events that are about something else.
   *
   * @param about their subject; null for the entity. What is about something else has no sequence
   *     there, since this entity does not count for it
   */
  VersionRow build(@Nullable String state, List<Emission<?>> emissions, @Nullable String about)
      throws Rejection {
    long version = version();
    Map<String, String> last = new HashMap<>(previous == null ? Map.of() : previous.last());
    List<OutboxEvent> events = events(emissions, last, about);
    emissions.forEach(emission -> last.put(emission.type().name(), Keys.padded(version)));
    return new VersionRow(
            entity.partition(),
            version,
            state,
            "entity:" + entity.entity(),
            events,
            last,
            cause,
            at,
            previous == null ? RowHash.NONE : previous.hash(),
            "")
        .hashed();
  }

  /** The id of an event that a version publishes: the same whenever it is asked for. */
  static String eventId(String system, EntityKey entity, long version, int index) {
    return Sha256.uuid(system, entity.partition(), Keys.padded(version), Integer.toString(index));
  }

  private long version() {
    return previous == null ? 1 : previous.version() + 1;
  }

  private List<OutboxEvent> events(
      List<Emission<?>> emissions, Map<String, String> last, @Nullable String about)
      throws Rejection {
    List<OutboxEvent> events = new ArrayList<>(emissions.size());
    Set<String> types = new HashSet<>();
    for (Emission<?> emission : emissions) {
      EventType<?> type = emission.type();
      if (!types.add(type.wireType())) {
        // They would share subject and sequence, and a consumer would drop the second as a double.
        throw new Rejection(
            Reason.DECISION_INVALID, "one decision publishes " + type.wireType() + " twice");
      }
      String data = CheckedText.of(type, emission, seals);
      Envelope envelope = envelope(type, events.size(), last.get(type.name()), about);
      events.add(new OutboxEvent(envelope, data));
    }
    return events;
  }

  private Envelope envelope(
      EventType<?> type, int index, @Nullable String previousSequence, @Nullable String about) {
    String sequence = Keys.padded(version());
    return new Envelope(
        eventId(system, entity, version(), index),
        system,
        type.wireType(),
        about == null ? entity.subject() : about,
        at,
        type.dataschema(type.newestMinor()),
        about == null ? sequence : null,
        about == null ? previousSequence : null,
        cause.correlationid(),
        cause.id(),
        cause.traceparent());
  }
}
