package io.eventwright.runtime.commit;

import io.eventwright.runtime.guard.Dependencies;

/**
 * What a worker may call while it decides on one event.
 *
 * @param dependencies each behind its guard
 * @param begins run before the worker's own code, each time that it is asked to decide
 */
public record Outside(Dependencies dependencies, Runnable begins) {

  /** Nothing. */
  public static final Outside NOTHING =
      new Outside(
          name -> {
            throw new IllegalArgumentException("no dependency " + name + " is declared under uses");
          },
          () -> {});
}
