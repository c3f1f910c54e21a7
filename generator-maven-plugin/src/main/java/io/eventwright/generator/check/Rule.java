package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.source.SystemUnderCheck;

/** Finds one kind of mistake in a system; its name says which. */
interface Rule {

  /** What diagnostics call it: lower-case words joined by hyphens. */
  String id();

  /** Reports every place where it is broken. Parts that could not be read are not its business. */
  void check(SystemUnderCheck system, Diagnostics found);

  /**
   * Whether another rule is broken, so that this one would complain of its consequence: a misspelt
   * name leaves the right one unused.
   */
  default boolean finds(Rule other, SystemUnderCheck system) {
    Diagnostics found = new Diagnostics();
    other.check(system, found);
    return !found.list().isEmpty();
  }
}
