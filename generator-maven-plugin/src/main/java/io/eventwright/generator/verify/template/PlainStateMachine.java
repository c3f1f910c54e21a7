package io.eventwright.generator.verify.template;

import io.eventwright.generator.load.document.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A state machine as SAM makes it of its own type, under the same logical id: only the names of its
 * properties differ. Rules know one of the two.
 */
final class PlainStateMachine {

  static final String TYPE = "AWS::StepFunctions::StateMachine";

  private static final Map<String, String> NAMES =
      Map.of(
          "StateMachineName", "Name",
          "StateMachineType", "Type",
          "DefinitionS3Location", "DefinitionUri",
          "RoleArn", "Role",
          "LoggingConfiguration", "Logging",
          "TracingConfiguration", "Tracing");

  private PlainStateMachine() {}

  /** Its properties, as SAM calls them. */
  static ObjectNode asSam(ObjectNode properties) {
    Map<String, ObjectNode.Member> members = new LinkedHashMap<>();
    properties
        .members()
        .forEach(
            (name, member) -> {
              String known = NAMES.getOrDefault(name, name);
              members.put(
                  known, new ObjectNode.Member(known, member.nameLocation(), member.value()));
            });
    return new ObjectNode(properties.location(), members);
  }
}
