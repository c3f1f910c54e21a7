package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;

/** More targets than a rule takes. Error. */
final class CrowdedRule implements TemplateRule {

  @Override
  public String id() {
    return "crowded-rule";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    long most = found.quota("eventbridge.targets-per-rule");
    for (Resource rule : template.ofType(Types.RULE)) {
      int targets = Values.many(rule.at("Targets")).size();
      if (targets > most) {
        found.error(
            rule,
            "has " + targets + " targets, and a rule takes " + most + ". Write a second rule.");
      }
    }
  }
}
