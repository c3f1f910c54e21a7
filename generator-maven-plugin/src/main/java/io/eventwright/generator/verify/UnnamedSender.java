package io.eventwright.generator.verify;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Statement;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;

/**
 * A statement of a resource's policy that lets somebody in without saying on whose behalf. Error.
 */
final class UnnamedSender implements TemplateRule {

  @Override
  public String id() {
    return "unnamed-sender";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource policy : ResourcePolicies.of(template)) {
      for (Statement each : ResourcePolicies.statements(policy)) {
        if (each.allows() && !namesOneSender(each)) {
          found.error(
              policy,
              each.location(),
              "has a statement that does not name its one sender. Allow one service, with the ARN of one resource as aws:SourceArn.");
        }
      }
    }
    for (Resource permission : template.ofType(Types.PERMISSION)) {
      Node source = permission.at("SourceArn");
      if (source == null || Values.references(source).size() != 1) {
        found.error(permission, "does not name its one caller. Add the caller's ARN as SourceArn.");
      }
    }
  }

  private static boolean namesOneSender(Statement statement) {
    return !statement.isEverybody()
        && statement.services().size() == 1
        && statement.sources().size() == 1
        && Values.reference(statement.sources().get(0)).isPresent();
  }
}
