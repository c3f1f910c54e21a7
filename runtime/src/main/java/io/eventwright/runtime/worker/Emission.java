package io.eventwright.runtime.worker;

import io.eventwright.runtime.event.EventType;

/**
 * An event that a decision publishes. Generated workers' interfaces offer an {@code emit} for each
 * event type that the worker declares.
 *
 * @param type the event's type
 * @param data its record
 * @param <T> the record's type
 */
public record Emission<T>(EventType<T> type, T data) {}
