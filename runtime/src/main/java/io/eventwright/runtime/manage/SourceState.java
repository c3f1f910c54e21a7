package io.eventwright.runtime.manage;

/**
 * How an event source stands.
 *
 * @param kind what it reads
 * @param polling whether it does
 * @param settled whether it can be told otherwise; not while it is still on its way
 */
public record SourceState(Kind kind, boolean polling, boolean settled) {

  /** What an event source reads. */
  public enum Kind {
    /** A standard queue. */
    QUEUE,
    /** A queue of groups. */
    FIFO,
    /** A stream, in which nothing is in flight. */
    STREAM
  }
}
