package io.eventwright.local.states.run;

import org.jspecify.annotations.Nullable;

/** One pass of a Map over one item or batch. */
interface Iteration {
  void start();

  /** Ends it because another one failed, with the events that belong to that. */
  void abort();

  /** Ends it without a word in the history. */
  void halt();

  /** Goes on from where it did not succeed. */
  void resume();

  boolean succeeded();

  @Nullable Object output();
}
