package io.eventwright.generator.emit.sam.limit;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.quota.Quotas;
import java.util.List;

/** All limits of a template. */
public final class Limits {

  static final List<Limit> ALL =
      List.of(
          new PatternTooLong(), new TooManyRules(), new TooManyResources(), new TemplateTooLarge());

  private Limits() {}

  /** What is beyond a limit. */
  public static List<Diagnostic> check(Template template, Quotas quotas) {
    Diagnostics found = new Diagnostics();
    ALL.forEach(limit -> limit.check(template, quotas, found));
    return found.list();
  }
}
