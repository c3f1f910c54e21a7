package io.eventwright.local.states.corpus;

import io.eventwright.local.states.task.TaskOutcome;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes secrets whose names have only the characters that are allowed. */
final class SecretStandIn {
  private SecretStandIn() {}

  static TaskOutcome create(Map<String, @Nullable Object> arguments) {
    String name = String.valueOf(arguments.get("Name"));
    if (!name.matches("[A-Za-z0-9/_+=.@!-]{1,512}")) {
      return new TaskOutcome.Failed(
          "SecretsManager.SecretsManagerException",
          "Invalid name. Must be a valid name containing alphanumeric characters, or any of the"
              + " following: -/_+=.@! (Service: SecretsManager, Status Code: 400, Request ID: "
              + UUID.randomUUID()
              + ")");
    }
    return new TaskOutcome.Succeeded(
        Map.of("Name", name, "VersionId", UUID.randomUUID().toString()));
  }
}
