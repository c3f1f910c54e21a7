package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;

/** A queue, topic or bucket whose policy lets in what comes without TLS. Error. */
final class PolicyWithoutTls implements TemplateRule {

  @Override
  public String id() {
    return "policy-without-tls";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource policy : ResourcePolicies.of(template)) {
      for (String id : ResourcePolicies.attachedTo(policy)) {
        boolean required =
            ResourcePolicies.statements(policy).stream()
                .anyMatch(each -> each.requiresTls() && each.resourceIds().contains(id));
        if (!required) {
          found.error(
              policy,
              "lets "
                  + id
                  + " be used without TLS. Add a statement that denies everybody where aws:SecureTransport is false.");
        }
      }
    }
  }
}
