package io.eventwright.generator.emit.sam.limit;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.quota.Quotas;

/** More resources than a stack takes. Error. */
final class TooManyResources implements Limit {

  @Override
  public void check(Template template, Quotas quotas, Diagnostics found) {
    int most = quotas.of("cloudformation.resources");
    if (template.resources() > most) {
      found.error(
          template.system(),
          "too-many-resources",
          "The template has "
              + template.resources()
              + " resources, and a stack takes "
              + most
              + ". Split the system in two; each worker is about eleven of them.");
    }
  }
}
