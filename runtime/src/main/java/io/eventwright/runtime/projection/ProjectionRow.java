package io.eventwright.runtime.projection;

import java.time.Instant;

/**
 * One row of a read model: what one source subject says under one key.
 *
 * @param key the projection's key
 * @param source the system whose event it comes from
 * @param subject what that event is about
 * @param version the event's sequence, 19 digits: how far the row has seen its subject
 * @param at when it was written
 * @param row the content
 * @param <R> the row's record
 */
public record ProjectionRow<R>(
    String key, String source, String subject, String version, Instant at, R row) {}
