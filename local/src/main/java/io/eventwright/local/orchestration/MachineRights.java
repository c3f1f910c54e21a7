package io.eventwright.local.orchestration;

import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.iam.Identities;
import io.eventwright.local.iam.Permissions;
import io.eventwright.local.states.task.TaskRights;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A state machine's role, asked for what its tasks do without the endpoint.
 *
 * @param permissions the template's
 */
public record MachineRights(Permissions permissions) implements TaskRights {

  @Override
  public @Nullable String refusal(String executionArn, String action, String resource) {
    try {
      permissions.require(caller(executionArn), action, resource);
      return null;
    } catch (AwsFault e) {
      return e.getMessage();
    }
  }

  /** The access key of the state machine: it calls, whichever of its executions it is. */
  static String caller(String executionArn) {
    String[] execution = executionArn.split(":");
    execution[5] = "stateMachine";
    return Identities.accessKeyId(String.join(":", Arrays.copyOf(execution, 7)));
  }
}
