package io.eventwright.runtime.worker;

/**
 * In which order a worker takes the events of one type about one subject. Channels keep none that
 * can be relied on; the producing entity's sequence does.
 */
public enum Ordering {
  /** In any: for decisions that come to the same in every order. */
  COMMUTATIVE,
  /** An event that is older than one that was taken already is dropped as stale. */
  LATEST_WINS,
  /** Each after the one before it: what comes too early is parked until its turn. */
  STRICT
}
