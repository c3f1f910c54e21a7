package io.eventwright.local.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.iam.Identities;
import io.eventwright.local.iam.Permissions;
import io.eventwright.local.template.Resource;
import io.eventwright.local.template.Stack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Step Functions tells of executions by the state machine's own role (developer guide, "IAM
 * Policies for logging to CloudWatch Logs" and "for X-Ray"). What the role does not allow is told.
 */
public final class MachineLogging {

  /** None of them knows a resource. */
  private static final List<String> LOGGING =
      List.of(
          "logs:CreateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:DescribeLogGroups",
          "logs:DescribeResourcePolicies",
          "logs:GetLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutResourcePolicy",
          "logs:UpdateLogDelivery");

  private static final List<String> TRACING =
      List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments");

  private MachineLogging() {}

  /** Asks for every state machine of a stack, as when it is made. */
  public static void check(Stack stack, Permissions permissions) {
    for (Resource machine : stack.ofType("AWS::StepFunctions::StateMachine")) {
      String caller = Identities.accessKeyId(machine.arn());
      if (is(machine, "Level", "Logging", "LoggingConfiguration")) {
        LOGGING.forEach(action -> permissions.allowsAs(caller, action, "*"));
      }
      if (is(machine, "Enabled", "Tracing", "TracingConfiguration")) {
        TRACING.forEach(action -> permissions.allowsAs(caller, action, "*"));
      }
    }
  }

  /** Whether one of the properties has that setting, and it is not off. */
  private static boolean is(Resource machine, String setting, String... properties) {
    for (String name : properties) {
      @Nullable JsonNode tree = machine.properties().tree(name);
      String value = tree == null ? "" : tree.path(setting).asText();
      if (!value.isEmpty() && !value.equals("OFF") && !value.equals("false")) {
        return true;
      }
    }
    return false;
  }
}
