package io.eventwright.generator.emit.sam.limit;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.quota.Quotas;

/** One limit of a service. */
interface Limit {

  /** Reports where a template is beyond it. */
  void check(Template template, Quotas quotas, Diagnostics found);
}
