package io.eventwright.runtime.condition;

import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;

/**
 * What must hold for a worker to decide at all; where it does not, the event is refused, and that
 * is recorded.
 *
 * @param <T> the event's record
 * @param <S> the entity's state
 */
@FunctionalInterface
public interface Precondition<T, S> {

  /** Pure, like the decision: may be asked again with a newer state. */
  Condition check(Event<T> event, EntityState<S> state);
}
