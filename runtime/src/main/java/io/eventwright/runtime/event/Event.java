package io.eventwright.runtime.event;

/**
 * An event as a worker sees it.
 *
 * @param envelope who, when, in which order
 * @param data what happened, already validated
 * @param <T> the record of one major, older majors being upcast to it
 */
public record Event<T>(Envelope envelope, T data) {}
