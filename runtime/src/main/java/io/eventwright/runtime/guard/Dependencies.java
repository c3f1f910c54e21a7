package io.eventwright.runtime.guard;

import io.eventwright.runtime.secret.Secret;

/** The dependencies that a worker declared under {@code uses}, each behind its guard. */
@FunctionalInterface
public interface Dependencies {

  /**
   * The dependency of that name.
   *
   * @throws IllegalArgumentException when the worker did not declare it
   */
  Dependency named(String name);

  /**
   * The same, for one that is asked before it is called again.
   *
   * @throws IllegalArgumentException when the worker did not declare it, or not as one that can be
   *     asked
   */
  default ReconciledDependency reconciled(String name) {
    if (named(name) instanceof ReconciledDependency reconciled) {
      return reconciled;
    }
    throw new IllegalArgumentException(name + " cannot be asked what became of a call");
  }

  /**
   * The secret of the dependency of that name, not read yet.
   *
   * @throws IllegalArgumentException when the worker did not declare it, or it has none
   */
  default Secret secret(String name) {
    throw new IllegalArgumentException("no secret of " + name + " is declared");
  }
}
