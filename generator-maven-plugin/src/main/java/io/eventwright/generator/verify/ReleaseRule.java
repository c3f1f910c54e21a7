package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.SamTemplate;

/** Finds one kind of change that loses what a released system has kept. */
interface ReleaseRule {

  /** What diagnostics call it: lower-case words joined by hyphens. */
  String id();

  /**
   * Reports every place where it is broken, at the resource as it is now, or as it was released
   * when it is gone.
   */
  void check(SamTemplate released, SamTemplate now, Findings found);
}
