package io.eventwright.runtime.log;

import io.eventwright.runtime.event.Envelope;

/**
 * An event that a version publishes.
 *
 * @param envelope its attributes
 * @param data its data, a JSON text
 */
public record OutboxEvent(Envelope envelope, String data) {}
