package io.eventwright.runtime.worker;

import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;

/**
 * A pure worker: the same event and state give the same decision, and nothing else happens.
 *
 * @param <T> the event's record
 * @param <S> the entity's state
 */
@FunctionalInterface
public interface Decider<T, S> {

  /** Decides; may be called again for the same event, with a newer state. */
  Decision<S> decide(Event<T> event, EntityState<S> state);
}
