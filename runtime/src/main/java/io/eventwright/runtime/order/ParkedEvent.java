package io.eventwright.runtime.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that came before its turn. It is kept whole, so that its message is done with: neither
 * its queue's retention nor its receives run while it waits.
 *
 * @param partition of the rows about its subject
 * @param consumer the worker that it waits for
 * @param sequence its own
 * @param previous the one that it waits for
 * @param id of the event
 * @param payloadHash of the event
 * @param at when it was parked
 * @param event the whole event, CloudEvents in JSON
 */
public record ParkedEvent(
    String partition,
    String consumer,
    String sequence,
    @Nullable String previous,
    String id,
    String payloadHash,
    Instant at,
    String event) {}
