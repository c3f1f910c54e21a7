package io.eventwright.generator.verify;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;

/** An event pattern that EventBridge refuses, or that can match nothing. Error. */
final class InvalidPattern implements TemplateRule {

  @Override
  public String id() {
    return "rule-pattern";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource rule : template.ofType(Types.RULE)) {
      Node pattern = rule.at("EventPattern");
      if (pattern != null) {
        new PatternSyntax(
                found.quota("eventbridge.pattern-number"),
                (location, message) ->
                    found.error(rule, location, "has a pattern that cannot be: " + message + "."))
            .check(pattern);
      } else if (rule.at("ScheduleExpression") == null) {
        found.error(rule, "listens to nothing. Add EventPattern.");
      }
    }
  }
}
