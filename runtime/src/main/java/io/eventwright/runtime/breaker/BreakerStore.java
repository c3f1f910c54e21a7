package io.eventwright.runtime.breaker;

/** Where a breaker's state is shared. Any exception means that it cannot be reached now. */
interface BreakerStore {

  /** The state now; {@link BreakerState#NEW} for a breaker that nobody has written. */
  BreakerState read();

  /**
   * Writes the next state, if the last one is still what is stored.
   *
   * @return false when somebody else was quicker, and nothing was written
   */
  boolean replace(BreakerState last, BreakerState next);
}
