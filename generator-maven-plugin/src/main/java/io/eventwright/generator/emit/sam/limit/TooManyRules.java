package io.eventwright.generator.emit.sam.limit;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.quota.Quotas;

/** More rules than a bus takes. Error. */
final class TooManyRules implements Limit {

  @Override
  public void check(Template template, Quotas quotas, Diagnostics found) {
    int most = quotas.of("eventbridge.rules-per-bus");
    if (template.rules().size() > most) {
      found.error(
          template.system(),
          "too-many-rules",
          "The system needs "
              + template.rules().size()
              + " rules, one for each worker, saga and projection, and a bus takes "
              + most
              + ". Split the system in two.");
    }
  }
}
