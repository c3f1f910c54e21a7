package io.eventwright.generator.emit.sam.limit;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.quota.Quotas;
import java.nio.charset.StandardCharsets;

/** A template that CloudFormation refuses for its size. Error. */
final class TemplateTooLarge implements Limit {

  @Override
  public void check(Template template, Quotas quotas, Diagnostics found) {
    int most = quotas.of("cloudformation.template-bytes");
    int length = template.text().getBytes(StandardCharsets.UTF_8).length;
    if (length > most) {
      found.error(
          template.system(),
          "template-too-large",
          "The template has "
              + length
              + " bytes, and CloudFormation takes "
              + most
              + ". Split the system in two.");
    }
  }
}
