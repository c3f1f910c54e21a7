package io.eventwright.runtime.guard;

/** The dependencies that a worker declared under {@code uses}, each behind its guard. */
@FunctionalInterface
public interface Dependencies {

  /**
   * The dependency of that name.
   *
   * @throws IllegalArgumentException when the worker did not declare it
   */
  Dependency named(String name);
}
