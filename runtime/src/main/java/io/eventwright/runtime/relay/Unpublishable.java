package io.eventwright.runtime.relay;

import io.eventwright.runtime.log.OutboxEvent;

/** Takes an event that the bus will never take, so that those after it are not held up for good. */
@FunctionalInterface
public interface Unpublishable {

  /**
   * Puts the event aside.
   *
   * @param partition the entity
   * @param why the bus's reason
   * @return false when it could not be put aside: then the entity waits
   */
  boolean putAside(String partition, OutboxEvent event, String why);
}
