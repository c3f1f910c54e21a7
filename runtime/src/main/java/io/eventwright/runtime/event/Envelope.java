package io.eventwright.runtime.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a CloudEvents 1.0 event, all but its data. On EventBridge the structured form
 * is the {@code detail}.
 *
 * @param id unique within the source; the key of deduplication
 * @param source the system that published the event
 * @param type name and major, such as {@code order-placed.v2}
 * @param subject what the event is about, such as {@code wallet/p-1}
 * @param time when the producer decided, UTC
 * @param dataschema names the full version: {@code urn:eventwright:<system>:<name>:<major>.<minor>}
 * @param sequence version of the producing entity, zero-padded to 19 digits so that it compares as
 *     text; null for events without a producing entity (CloudEvents sequence extension)
 * @param previous the sequence of the last event of the same source, subject and type; null for the
 *     first
 * @param correlationid one journey; the id of the event that began it
 * @param causationid the id of the event that caused this one; null for the first of a journey
 * @param traceparent W3C trace context of the span that made the event, to which those of its
 *     consumers link; null when not traced
 */
public record Envelope(
    String id,
    String source,
    String type,
    @Nullable String subject,
    Instant time,
    @Nullable String dataschema,
    @Nullable String sequence,
    @Nullable String previous,
    @Nullable String correlationid,
    @Nullable String causationid,
    @Nullable String traceparent) {}
