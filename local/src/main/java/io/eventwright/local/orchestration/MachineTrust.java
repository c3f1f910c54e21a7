package io.eventwright.local.orchestration;

import io.eventwright.local.iam.Permissions;
import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import io.eventwright.local.template.Stack;

/**
 * Step Functions refuses a state machine whose role does not let it assume the role on the
 * machine's behalf (AWS Step Functions, "Creating an IAM role for your state machine").
 */
public final class MachineTrust {

  private static final String PRINCIPAL = "states.amazonaws.com";

  private MachineTrust() {}

  /**
   * Notes each of a stack's state machines whose role, if it is of the stack, does not trust it.
   */
  public static void check(Stack stack, Permissions permissions) {
    for (Resource machine : stack.ofType("AWS::StepFunctions::StateMachine")) {
      Properties properties = machine.properties();
      String property = properties.has("RoleArn") ? "RoleArn" : "Role";
      String role = properties.text(property, "");
      boolean ours = stack.ofType("AWS::IAM::Role").stream().anyMatch(r -> r.arn().equals(role));
      if (ours && !permissions.trusts(PRINCIPAL, machine.arn(), role)) {
        properties.problem(
            property,
            "missing-trust",
            "is a role that " + PRINCIPAL + " may not assume for this state machine");
      }
    }
  }
}
