package io.eventwright.local.container;

import io.eventwright.local.iam.Identities;
import io.eventwright.local.template.Properties;
import io.eventwright.local.template.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A container's task as its template declares it: one container, which runs Java.
 *
 * @param logicalId its name in the template
 * @param family what runs of it name
 * @param arn its ARN, without a revision
 * @param container its container's name
 * @param main the class whose {@code main} it runs: the last of its command
 * @param memory in MiB
 * @param variables the container's environment
 * @param taskRole whose permissions it has
 * @param executionRole what fetches its image on AWS
 * @param accessKeyId whom its calls come from
 */
public record TaskDefinition(
    String logicalId,
    String family,
    String arn,
    String container,
    String main,
    int memory,
    Map<String, String> variables,
    String taskRole,
    String executionRole,
    String accessKeyId) {

  /** Copies the variables. */
  public TaskDefinition {
    variables = Map.copyOf(variables);
  }

  /** Reads its properties; what it cannot honour is noted as a problem. */
  public static TaskDefinition of(Resource resource) {
    Properties properties =
        resource
            .properties()
            .without(
                "Family",
                "Cpu",
                "NetworkMode",
                "RequiresCompatibilities",
                "RuntimePlatform",
                "Volumes",
                "EphemeralStorage",
                "Tags");
    List<Properties> containers = properties.parts("ContainerDefinitions");
    if (containers.size() != 1) {
      properties.problem(
          "ContainerDefinitions", "unsupported-property", "must be one container to run locally");
    }
    Properties container =
        containers.isEmpty() ? properties.part("ContainerDefinitions") : containers.get(0);
    container.without(
        "Image",
        "Essential",
        "ReadonlyRootFilesystem",
        "MountPoints",
        "StopTimeout",
        "LogConfiguration",
        "User");
    List<String> entry = container.texts("EntryPoint");
    List<String> command = container.texts("Command");
    if (entry.isEmpty() || !entry.get(0).equals("java") || command.size() != 1) {
      properties.problem(
          "ContainerDefinitions",
          "unsupported-property",
          "must run java by its EntryPoint, with one class as its Command, to run locally");
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (Properties variable : container.parts("Environment")) {
      variables.put(variable.requiredText("Name"), variable.text("Value", ""));
    }
    return new TaskDefinition(
        resource.logicalId(),
        resource.name(),
        resource.arn(),
        container.requiredText("Name"),
        command.isEmpty() ? "" : command.get(0),
        properties.number("Memory", 512),
        variables,
        properties.text("TaskRoleArn", ""),
        properties.text("ExecutionRoleArn", ""),
        Identities.accessKeyId(resource.arn()));
  }
}
