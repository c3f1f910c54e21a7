package io.eventwright.runtime.event;

import java.util.function.Function;

/**
 * One major that a consumer takes, and the way from it to the major that its code sees.
 *
 * @param type the major on the wire
 * @param upcast from its record to the consumer's; the identity for the consumer's own major
 * @param <O> the record on the wire
 * @param <T> the record that the consumer's code sees
 */
public record Consumed<O, T>(EventType<O> type, Function<? super O, ? extends T> upcast) {

  /** A major that needs no upcast. */
  public static <T> Consumed<T, T> asIs(EventType<T> type) {
    return new Consumed<>(type, record -> record);
  }
}
