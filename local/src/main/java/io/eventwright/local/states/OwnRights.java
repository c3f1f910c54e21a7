package io.eventwright.local.states;

import io.eventwright.local.states.run.Tokens;
import io.eventwright.local.states.task.TaskCall;
import io.eventwright.local.states.task.TaskResource.Pattern;
import io.eventwright.local.states.task.TaskRights;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a state machine's role must allow where its tasks call Step Functions itself (Step Functions
 * developer guide, "IAM policies for nested executions").
 *
 * @param rights who is asked
 */
record OwnRights(TaskRights rights) {

  /** The rule by which Step Functions hears of the end of an execution that somebody waits for. */
  private static final String RULE = ":rule/StepFunctionsGetEventsForStepFunctionsExecutionRule";

  /** Whether an execution may be started, and waited for if that is asked. */
  void toStart(TaskCall call, String machineArn, String name) {
    require(call, "states:StartExecution", machineArn);
    if (call.resource().pattern() == Pattern.SYNC || call.resource().pattern() == Pattern.SYNC_2) {
      require(call, "states:DescribeExecution", executionArn(machineArn, name));
      String[] arn = call.executionArn().split(":");
      String rule = "arn:aws:events:" + arn[3] + ":" + arn[4] + RULE;
      for (String action : List.of("events:DescribeRule", "events:PutRule", "events:PutTargets")) {
        require(call, action, rule);
      }
    }
  }

  /** Whether it may be stopped; if not, it goes on when its parent is stopped. */
  boolean toStop(TaskCall call, String executionArn) {
    return rights.refusal(call.executionArn(), "states:StopExecution", executionArn) == null;
  }

  /** Whether an operation of the API may be called. */
  void toCall(TaskCall call, Map<String, @Nullable Object> arguments) {
    String action = call.resource().action();
    require(
        call,
        "states:" + action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1),
        resource(arguments));
  }

  private static String resource(Map<String, @Nullable Object> arguments) {
    for (String name : List.of("StateMachineArn", "ExecutionArn", "MapRunArn")) {
      Object value = arguments.get(name);
      if (value != null) {
        return value.toString();
      }
    }
    String machine = Tokens.machine(String.valueOf(arguments.get("TaskToken")));
    return machine.isEmpty() ? "*" : machine;
  }

  private static String executionArn(String machineArn, String name) {
    return machineArn.replace(":stateMachine:", ":execution:") + ":" + name;
  }

  private void require(TaskCall call, String action, String resource) {
    String refusal = rights.refusal(call.executionArn(), action, resource);
    if (refusal != null) {
      throw new StepFunctionsException("AccessDenied", refusal);
    }
  }
}
