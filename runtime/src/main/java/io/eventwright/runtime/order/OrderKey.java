package io.eventwright.runtime.order;

import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.store.Keys;
import org.jspecify.annotations.Nullable;

/**
 * Names what has one order: the events of one type about one subject, as one consumer sees them.
 * Both majors of a fact share their sequence, so the type is its name without the major.
 *
 * @param consumer the worker
 * @param source of the events
 * @param subject of the events
 * @param type of the events, without the major
 */
public record OrderKey(String consumer, String source, String subject, String type) {

  /** The key of an event; null when it has no subject. */
  public static @Nullable OrderKey of(String consumer, Envelope envelope) {
    String subject = envelope.subject();
    return subject == null
        ? null
        : new OrderKey(consumer, envelope.source(), subject, name(envelope.type()));
  }

  /** The partition key of the rows about it. */
  public String partition() {
    return Keys.join(consumer, source, subject, type);
  }

  private static String name(String wireType) {
    int major = wireType.lastIndexOf(".v");
    return major < 0 ? wireType : wireType.substring(0, major);
  }
}
