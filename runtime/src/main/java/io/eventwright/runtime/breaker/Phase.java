package io.eventwright.runtime.breaker;

/** What a breaker allows. */
public enum Phase {
  /** Every call. */
  CLOSED,
  /** None, until it is time for a probe. */
  OPEN,
  /** As many probes at once as are permitted. */
  HALF_OPEN
}
