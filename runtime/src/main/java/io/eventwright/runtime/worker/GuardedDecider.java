package io.eventwright.runtime.worker;

import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.guard.Dependencies;
import io.eventwright.runtime.guard.DependencyUnavailable;

/**
 * A worker that calls dependencies before it decides.
 *
 * @param <T> the event's record
 * @param <S> the entity's state, {@link Void} for a worker that changes none
 */
@FunctionalInterface
public interface GuardedDecider<T, S> {

  /**
   * Decides; may be called again for the same event, so calls carry {@link
   * io.eventwright.runtime.guard.Dependency#idempotencyKey()}.
   *
   * @throws DependencyUnavailable when a dependency cannot be reached now; the message is handed
   *     back
   */
  Decision<S> decide(Event<T> event, EntityState<S> state, Dependencies dependencies)
      throws DependencyUnavailable;
}
