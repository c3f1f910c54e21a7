package io.eventwright.runtime.log;

import org.jspecify.annotations.Nullable;

/**
 * Why an entity got a new version.
 *
 * @param id of the event that was decided on
 * @param source of that event
 * @param type of that event on the wire, such as {@code order-placed.v2}
 * @param worker that decided; {@code saga-<name>} for a saga's end
 * @param correlationid the journey's first event
 * @param traceparent W3C trace context of the span in which it was decided, the maker of the events
 *     that go out; null when not traced
 */
public record Cause(
    String id,
    String source,
    String type,
    String worker,
    String correlationid,
    @Nullable String traceparent) {}
