package io.eventwright.runtime.condition;

import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;

/**
 * What must hold of an entity's next version, whatever was decided; where it does not, nothing is
 * written and the event is quarantined, since the worker is wrong.
 *
 * @param <T> the event's record
 * @param <S> the entity's state
 */
@FunctionalInterface
public interface Postcondition<T, S> {

  /** Pure, like the decision. */
  Condition check(Event<T> event, EntityState<S> before, S next);
}
