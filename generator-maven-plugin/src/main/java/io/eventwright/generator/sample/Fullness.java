package io.eventwright.generator.sample;

/** How much of what may be there is there. */
enum Fullness {
  /** What is required, and nothing else. */
  MINIMAL,
  /** All that may be. */
  FULL,
  /** What is required, and some of the rest. */
  SOME,
  /** All that may be, and of all as much as there may be. */
  LARGEST;

  /** Whether all that may be there is there. */
  boolean isFull() {
    return this == FULL || this == LARGEST;
  }
}
