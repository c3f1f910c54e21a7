package io.eventwright.generator.verify;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;

/** Logs that are kept for ever, or a function whose log group Lambda makes by itself. Error. */
final class NoLogRetention implements TemplateRule {

  @Override
  public String id() {
    return "no-log-retention";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource group : template.ofType(Types.LOG_GROUP)) {
      if (group.at("RetentionInDays") == null) {
        found.error(group, "keeps logs for ever. Add RetentionInDays.");
      }
    }
    for (Resource function : template.ofType(Types.FUNCTION)) {
      Node config = template.ofFunction(function, "LoggingConfig");
      if (template.named(Values.at(config, "LogGroup"), Types.LOG_GROUP).isEmpty()) {
        found.error(
            function,
            "logs to a group that Lambda makes by itself, and keeps for ever. Name one of the template in LoggingConfig.");
      }
    }
  }
}
