package io.eventwright.generator.verify;

import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Statement;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;

/**
 * A role, or a policy that is written by itself, that may do anything, or something to anything.
 * Error.
 */
final class UnboundedPermission implements TemplateRule {

  @Override
  public String id() {
    return "unbounded-permission";
  }

  @Override
  public void check(SamTemplate template, Findings found) {
    for (Resource role : template.ofType(Types.ROLE)) {
      Statement.ofRole(role).stream()
          .filter(Statement::allows)
          .forEach(each -> check(role, each, found));
      if (role.at("ManagedPolicyArns") != null) {
        found.error(
            role,
            role.locationOf("ManagedPolicyArns"),
            "takes policies that somebody else changes. Write out what it needs.");
      }
    }
    for (String type : Types.POLICIES) {
      for (Resource policy : template.ofType(type)) {
        Statement.of(policy, policy.at("PolicyDocument")).stream()
            .filter(Statement::allows)
            .forEach(each -> check(policy, each, found));
      }
    }
    for (Resource function : template.ofType(Types.FUNCTION)) {
      if (function.at("Role") == null || function.at("Policies") != null) {
        found.error(
            function, "has a role that SAM makes. Name one of the template, with what it needs.");
      }
    }
  }

  private static void check(Resource role, Statement statement, Findings found) {
    if (statement.whole().get("NotAction") != null
        || statement.whole().get("NotResource") != null) {
      found.error(
          role,
          statement.location(),
          "may do all but something. Name what it may do, and to what.");
    }
    for (String action : statement.actions()) {
      if (action.contains("*")) {
        found.error(role, statement.location(), "may do " + action + ". Name each action.");
      }
    }
    if (statement.resources().stream().anyMatch(each -> "*".equals(Values.text(each)))) {
      for (String action : statement.actions()) {
        if (!ActionsWithoutResource.contains(action)) {
          found.error(
              role, statement.location(), "may do " + action + " to anything. Name the resources.");
        }
      }
    }
  }
}
