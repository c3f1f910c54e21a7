package io.eventwright.local.iam;

import io.eventwright.local.template.Resource;
import io.eventwright.local.template.Stack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What services keep with a customer's key, which they must be let use: a bus, an archive, a log
 * group, a state machine's history. The services refuse to make it otherwise, or all that comes to
 * it fails, so it is a problem of the template.
 *
 * @param stack what is to be brought up
 * @param policies its roles' policies
 * @param keys who may use which key
 */
record KeyKeepers(Stack stack, Policies policies, KeyRights keys) {

  void check() {
    List<String> own = List.of("kms:GenerateDataKey", "kms:Decrypt");
    for (String type : List.of("AWS::Events::EventBus", "AWS::Events::Archive")) {
      for (Resource each : stack.ofType(type)) {
        boolean bus = type.endsWith("EventBus");
        String bound = bus ? each.arn() : each.properties().text("SourceArn", "");
        note(
            each,
            "KmsKeyIdentifier",
            keys.lackingToKeep(
                "events.amazonaws.com", each.arn(), own, "aws:events:event-bus:arn", bound));
      }
    }
    for (Resource group : stack.ofType("AWS::Logs::LogGroup")) {
      note(
          group,
          "KmsKeyId",
          keys.lackingToKeep(
              "logs." + stack.settings().region() + ".amazonaws.com",
              group.arn(),
              List.of("kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"),
              "aws:logs:arn",
              group.arn().replaceFirst(":\\*$", "")));
    }
    for (Resource machine : stack.ofType("AWS::StepFunctions::StateMachine")) {
      String role = machine.properties().text("RoleArn", machine.properties().text("Role", ""));
      note(
          machine,
          "EncryptionConfiguration",
          keys.lackingToKeep(
              role,
              policies.ofRole(role),
              machine.arn(),
              own,
              "aws:states:stateMachineArn",
              machine.arn()));
    }
  }

  private static void note(Resource resource, String property, @Nullable String lacking) {
    if (lacking != null) {
      resource
          .properties()
          .problem(property, "missing-permission", "needs " + lacking + ", which nobody allows it");
    }
  }
}
