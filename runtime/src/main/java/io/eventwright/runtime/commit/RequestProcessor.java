package io.eventwright.runtime.commit;

import io.eventwright.runtime.event.Consumed;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.intake.EventIntake;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.log.EntityKey;
import io.eventwright.runtime.log.OutboxEvent;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.store.Keys;
import io.eventwright.runtime.store.Timestamps;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.worker.Emission;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes an event from outside, once: inbox row and outbox row are one transaction, so that what was
 * answered with success is published, and a request that comes again finds what the first one did.
 * Nothing happens outside the transaction, hence there is nothing to lease: of two at once one
 * commits, and the other reads that.
 *
 * <p>The request is the producing entity, of one version: {@code <consumer>#<request>}.
 *
 * @param <T> the event's record
 */
public final class RequestProcessor<T> {
  private final String consumer;
  private final EventType<T> type;
  private final @Nullable Function<T, String> about;
  private final EventIntake<T> intake;
  private final CommitStore store;

  /**
   * A processor.
   *
   * @param consumer such as {@code route-post-purchases}
   * @param about gives an event's subject; null for the request itself
   */
  public RequestProcessor(
      String consumer, EventType<T> type, @Nullable Function<T, String> about, CommitStore store) {
    this.about = about;
    this.consumer = consumer;
    this.type = type;
    this.intake = new EventIntake<>(List.of(Consumed.asIs(type)), store.seals());
    this.store = store;
  }

  /** The id of the event that a request publishes, whenever it is asked for. */
  public String eventId(String request) {
    return VersionBuilder.eventId(store.system(), entity(request), 1, 0);
  }

  /**
   * Takes the event of a request, unless it is taken already.
   *
   * @param raw its data, and an envelope whose {@code id} names the request: the same for a request
   *     that comes again, and for no other
   * @throws Rejection {@link Reason#SCHEMA_VIOLATED} with every violation; {@link
   *     Reason#PAYLOAD_CHANGED} when the same request had other data before
   */
  public Handled accept(RawEvent raw, Deadline deadline) throws Rejection, TryAgain {
    String request = raw.envelope().id();
    T data = intake.read(raw).data();
    Emission<T> emission = new Emission<>(type, data);
    String subject = about == null ? null : about.apply(data);
    if (subject != null && (subject.isBlank() || subject.length() > 512)) {
      throw new Rejection(Reason.NO_KEY, "the event's subject has 1 to 512 characters");
    }
    try {
      return store
          .loop()
          .run(
              Keys.join(consumer, request),
              EventIntake.payloadHash(raw),
              () -> propose(raw, emission, subject),
              deadline);
    } catch (DependencyUnavailable e) {
      throw new IllegalStateException("taking a request calls no dependency", e);
    }
  }

  private Proposal propose(RawEvent raw, Emission<T> emission, @Nullable String subject)
      throws Rejection {
    EntityKey entity = entity(raw.envelope().id());
    VersionRow known = store.log().latest(entity.partition()).orElse(null);
    if (known != null) {
      // The inbox has forgotten it, or another is just now committing it; the log has it.
      same(known.events(), raw);
      return Proposal.unchanged(entity.partition(), known.version());
    }
    VersionRow row =
        new VersionBuilder(
                store.system(),
                entity,
                null,
                WorkerProcessor.cause(raw.envelope(), consumer, store.traces()),
                Timestamps.now(store.clock()),
                store.seals())
            .build(null, List.of(emission), subject);
    return Proposal.applied(row);
  }

  private void same(List<OutboxEvent> events, RawEvent raw) throws Rejection {
    try {
      JsonValue before = events.isEmpty() ? null : Json.parse(events.get(0).data());
      if (before == null || !before.equals(raw.data())) {
        throw new Rejection(
            Reason.PAYLOAD_CHANGED, "the same request was taken before, with other data");
      }
    } catch (JsonParseFailure e) {
      throw new IllegalStateException("the log holds what is no JSON", e);
    }
  }

  private EntityKey entity(String request) {
    return new EntityKey(consumer, request);
  }
}
