package io.eventwright.generator.verify;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.quota.Quotas;
import io.eventwright.generator.verify.template.Resource;

/** Where one rule puts what it finds; a resource's own metadata can say that it is meant so. */
final class Findings {

  private final String rule;
  private final Quotas quotas;
  private final Diagnostics found;

  Findings(String rule, Quotas quotas, Diagnostics found) {
    this.rule = rule;
    this.quotas = quotas;
    this.found = found;
  }

  /** What AWS takes. */
  long quota(String name) {
    return quotas.longOf(name);
  }

  /** A mistake in a resource. */
  void error(Resource resource, SourceLocation location, String message) {
    if (resource.accepts(rule) == null) {
      error(location, resource.id() + " " + message);
    }
  }

  /** A mistake in a resource as a whole. */
  void error(Resource resource, String message) {
    error(resource, resource.location(), message);
  }

  /** A mistake that is no single resource's. */
  void error(SourceLocation location, String message) {
    found.error(location, rule, message);
  }
}
