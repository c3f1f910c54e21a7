package io.eventwright.generator.sample;

/** How much of what may be there is there. */
enum Fullness {
  /** What is required, and nothing else. */
  MINIMAL,
  /** All that may be. */
  FULL,
  /** What is required, and some of the rest. */
  SOME
}
