package io.eventwright.generator.model;

/** How a worker is fed. */
public enum Channel {
  /** A standard queue. */
  QUEUE
}
