package io.eventwright.generator.verify;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Statement;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.List;
import java.util.Set;

/**
 * A role that anybody may assume, or a service without saying on whose behalf, so that other
 * customers of that service could have it act for them. Error. Asked of the services that tell on
 * whose behalf; Lambda does not.
 */
final class UnboundedTrust implements TemplateRule {

  private static final Set<String> TELLING =
      Set.of(
          "ecs-tasks.amazonaws.com",
          "events.amazonaws.com",
          "pipes.amazonaws.com",
          "scheduler.amazonaws.com",
          "states.amazonaws.com");

  @Override
  public String id() {
    return "unbounded-trust";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource role : template.ofType(Types.ROLE)) {
      for (Statement each : Statement.of(role, role.at("AssumeRolePolicyDocument"))) {
        List<String> telling = each.services().stream().filter(TELLING::contains).toList();
        if (!each.allows()) {
          continue;
        }
        if (each.isEverybody()) {
          found.error(role, each.location(), "may be assumed by anybody. Name who may.");
        } else if (!telling.isEmpty() && !isBound(each)) {
          found.error(
              role,
              each.location(),
              "may be assumed by "
                  + String.join(", ", telling)
                  + " for whoever asks. Add aws:SourceAccount, and aws:SourceArn where it is known.");
        }
      }
    }
  }

  private static boolean isBound(Statement statement) {
    return !statement.sources().isEmpty() && isNamed(statement.sources())
        || !statement.allowed("aws:SourceAccount").isEmpty()
            && isNamed(statement.allowed("aws:SourceAccount"));
  }

  private static boolean isNamed(List<Node> values) {
    return values.stream().noneMatch(each -> "*".equals(Values.written(each)));
  }
}
