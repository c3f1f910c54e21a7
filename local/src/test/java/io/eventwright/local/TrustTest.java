package io.eventwright.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.eventwright.local.iam.Permissions;
import io.eventwright.local.orchestration.MachineTrust;
import io.eventwright.local.template.Problems;
import io.eventwright.local.template.Stack;
import io.eventwright.local.template.StackLoader;
import io.eventwright.local.template.StackSettings;
import io.eventwright.local.template.TemplateException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service assumes a role on behalf of what the role's trust names, and of nothing else. */
class TrustTest {

  private static final String OURS = "us-east-1:000000000000:";

  /** The trusts that the generator writes. */
  private static String role(String service, String source) {
    return """
          Type: AWS::IAM::Role
          Properties:
            AssumeRolePolicyDocument:
              Statement:
                - Effect: Allow
                  Principal: { Service: %s.amazonaws.com }
                  Action: sts:AssumeRole
                  Condition:
                    StringEquals: { aws:SourceAccount: !Ref AWS::AccountId }
                    ArnLike: { aws:SourceArn: !Sub "arn:${AWS::Partition}:%s" }
        """
        .formatted(service, source)
        .indent(2);
  }

  private static final String TEMPLATE =
      "Resources:\n  Events:\n"
          + role("events", "events:${AWS::Region}:${AWS::AccountId}:rule/arcade/*")
          + "  States:\n"
          + role("states", "states:${AWS::Region}:${AWS::AccountId}:stateMachine:*")
          + "  Pipes:\n"
          + role("pipes", "pipes:${AWS::Region}:${AWS::AccountId}:pipe/*")
          + "  Scheduler:\n"
          + role("scheduler", "scheduler:${AWS::Region}:${AWS::AccountId}:schedule-group/default");

  private static final String MACHINE =
      """
        Machine:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            StateMachineName: machine
            DefinitionString: '{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}'
            RoleArn: !GetAtt States.Arn
      """;

  @ParameterizedTest
  @CsvSource({
    "true, Events, events, events:" + OURS + "rule/arcade/purchase-rule",
    "false, Events, events, events:" + OURS + "rule/payments/purchase-rule",
    "false, Events, events, events:eu-west-1:000000000000:rule/arcade/purchase-rule",
    "false, Events, scheduler, events:" + OURS + "rule/arcade/purchase-rule",
    "true, States, states, states:" + OURS + "stateMachine:purchase",
    "false, States, states, states:us-east-1:111111111111:stateMachine:purchase",
    "true, Pipes, pipes, pipes:" + OURS + "pipe/sort",
    "false, Pipes, pipes, pipes:us-east-1:111111111111:pipe/sort",
    // A schedule's group is what is told, never the schedule.
    "true, Scheduler, scheduler, scheduler:" + OURS + "schedule/default/daily",
    "false, Scheduler, scheduler, scheduler:" + OURS + "schedule/others/daily",
  })
  void aRoleIsAssumedForWhatItsTrustNames(
      boolean expected, String role, String service, String source) {
    Stack stack = stack(TEMPLATE, new Problems("template.yaml"));
    Permissions permissions = Permissions.of(stack, line -> {});
    assertEquals(
        expected,
        permissions.trusts(
            service + ".amazonaws.com", "arn:aws:" + source, stack.find(role).orElseThrow().arn()));
  }

  @Test
  void aStateMachineWhoseRoleDoesNotTrustItDoesNotComeUp() {
    checked(TEMPLATE + MACHINE).throwIfAny();
    Problems problems =
        checked(TEMPLATE + MACHINE.replace("GetAtt States.Arn", "GetAtt Events.Arn"));
    TemplateException refused = assertThrows(TemplateException.class, problems::throwIfAny);
    assertEquals(
        "template.yaml:51:7: error [missing-trust] Machine (AWS::StepFunctions::StateMachine): RoleArn"
            + " is a role that states.amazonaws.com may not assume for this state machine",
        refused.getMessage());
  }

  private static Problems checked(String template) {
    Problems problems = new Problems("template.yaml");
    Stack stack = stack(template, problems);
    MachineTrust.check(stack, Permissions.of(stack, line -> {}));
    return problems;
  }

  private static Stack stack(String template, Problems problems) {
    return new StackLoader(
            new StackSettings(
                "test", "us-east-1", "000000000000", URI.create("http://localhost"), Map.of()),
            problems)
        .load(template);
  }
}
