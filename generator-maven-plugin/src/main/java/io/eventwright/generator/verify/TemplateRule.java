package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.SamTemplate;

/** Finds one kind of mistake in a finished template; its name says which. */
interface TemplateRule {

  /** What diagnostics call it: lower-case words joined by hyphens. */
  String id();

  /** Reports every place where it is broken. */
  void check(SamTemplate template, Findings found);
}
