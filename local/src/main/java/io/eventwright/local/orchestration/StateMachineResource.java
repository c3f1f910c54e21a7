package io.eventwright.local.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.states.definition.InvalidDefinitionException;
import io.eventwright.local.states.definition.StateMachineDefinition;
import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A state machine as its template declares it.
 *
 * @param logicalId its name in the template
 * @param name its physical name
 * @param definition its definition, substitutions made
 * @param role its role's ARN
 * @param express whether it is EXPRESS
 */
public record StateMachineResource(
    String logicalId, String name, String definition, String role, boolean express) {

  private static final String NONE = "{}";

  /** Reads a state machine's properties; a definition's file lies beside the template. */
  public static StateMachineResource of(Resource resource, Path templateFolder) {
    Properties properties = resource.properties();
    properties.without(
        "StateMachineName",
        "Tags",
        "Tracing",
        "TracingConfiguration",
        "Logging",
        "LoggingConfiguration",
        "Policies",
        "PermissionsBoundary",
        "EncryptionConfiguration",
        "PropagateTags",
        "AutoPublishAlias");
    String definition = definition(properties, templateFolder);
    for (Map.Entry<String, @Nullable Object> entry :
        properties.part("DefinitionSubstitutions").all().entrySet()) {
      definition =
          definition.replace("${" + entry.getKey() + "}", String.valueOf(entry.getValue()));
    }
    if (!definition.equals(NONE)) {
      try {
        StateMachineDefinition.read(definition);
      } catch (InvalidDefinitionException e) {
        properties.problem("Definition", "invalid-definition", String.valueOf(e.getMessage()));
      }
    }
    String type = properties.text("StateMachineType", properties.text("Type", "STANDARD"));
    return new StateMachineResource(
        resource.logicalId(),
        resource.name(),
        definition,
        properties.text("RoleArn", properties.text("Role", "")),
        type.equals("EXPRESS"));
  }

  private static String definition(Properties properties, Path templateFolder) {
    String text = properties.text("DefinitionString");
    JsonNode tree = properties.tree("Definition");
    String file =
        properties.text(
            properties.has("DefinitionS3Location") ? "DefinitionS3Location" : "DefinitionUri");
    if (text != null) {
      return text;
    }
    if (tree != null) {
      return Json.write(tree);
    }
    if (file == null) {
      properties.problem("DefinitionUri", "missing-property", "is required");
      return NONE;
    }
    try {
      return Files.readString(templateFolder.resolve(file));
    } catch (IOException e) {
      properties.problem("DefinitionUri", "missing-file", "cannot be read: " + e);
      return NONE;
    }
  }
}
