package io.eventwright.generator.verify;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;

/** A pattern that EventBridge refuses for its length. Error. */
final class LongPattern implements TemplateRule {

  @Override
  public String id() {
    return "long-pattern";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    long most = found.quota("eventbridge.pattern-characters");
    for (Resource rule : template.ofType(Types.RULE)) {
      Node pattern = rule.at("EventPattern");
      int length = pattern == null ? 0 : JsonLength.of(pattern);
      if (length > most) {
        found.error(
            rule,
            rule.locationOf("EventPattern"),
            "has a pattern of "
                + length
                + " characters, and EventBridge takes "
                + most
                + ". Shorten where:, or split it into several workers.");
      }
    }
  }
}
