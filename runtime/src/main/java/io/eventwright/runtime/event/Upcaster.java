package io.eventwright.runtime.event;

/**
 * Turns the record of one major into that of a newer one; a user's class, through the generated
 * interface of that pair. It is pure: events are upcast whenever they are read, not once.
 *
 * @param <O> the older major's record
 * @param <N> the newer major's record
 */
@FunctionalInterface
public interface Upcaster<O, N> {

  /** The same fact in the newer major's words. */
  N upcast(O old);

  /** This step and then another, for a consumer that is more than one major ahead. */
  default <M> Upcaster<O, M> then(Upcaster<? super N, ? extends M> next) {
    return old -> next.upcast(upcast(old));
  }
}
