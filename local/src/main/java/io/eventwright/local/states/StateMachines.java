package io.eventwright.local.states;

import io.eventwright.local.states.definition.FlowDefinition;
import io.eventwright.local.states.definition.InvalidDefinitionException;
import io.eventwright.local.states.definition.StateDefinition;
import io.eventwright.local.states.definition.StateMachineDefinition;
import io.eventwright.local.states.task.TaskResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state machines there are, in the order they were made; used under the engine's lock. */
final class StateMachines {
  // An ARN that names a version or an alias has one part more.
  private static final int QUALIFIED = 8;

  private final Map<String, StateMachine> machines = new LinkedHashMap<>();

  static StateMachineDefinition read(String definition) {
    try {
      return StateMachineDefinition.read(definition);
    } catch (InvalidDefinitionException invalid) {
      throw new StepFunctionsException("InvalidDefinition", invalid.getMessage() + "");
    }
  }

  /** An express machine waits neither for jobs nor for tokens. */
  static void checkExpress(FlowDefinition flow, String at) {
    for (StateDefinition state : flow.states().values()) {
      String place = at + "/States/" + state.name();
      if (state.type().equals("Task")) {
        String resource = String.valueOf(state.get("Resource"));
        TaskResource read = TaskResource.read(resource);
        if (read.pattern() != TaskResource.Pattern.REQUEST_RESPONSE) {
          throw new StepFunctionsException(
              "InvalidDefinition",
              "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Express state machine"
                  + " does not support '"
                  + resource
                  + "' at "
                  + place
                  + "/Resource'");
        }
      }
      state.flows().forEach(inner -> checkExpress(inner, place));
    }
  }

  /** Adds it, or gives the one that is there if it is the same in all that counts. */
  StateMachine add(StateMachine machine) {
    StateMachine existing = machines.putIfAbsent(machine.arn(), machine);
    if (existing == null) {
      return machine;
    }
    if (existing.definition().text().equals(machine.definition().text())
        && existing.express() == machine.express()
        && existing.roleArn().equals(machine.roleArn())) {
      return existing;
    }
    throw new StepFunctionsException(
        "StateMachineAlreadyExists", "State Machine Already Exists: '" + machine.arn() + "'");
  }

  StateMachine update(
      String arn, @Nullable StateMachineDefinition definition, @Nullable String roleArn) {
    StateMachine old = find(arn);
    StateMachine updated =
        new StateMachine(
            old.arn(),
            old.name(),
            definition == null ? old.definition() : definition,
            roleArn == null ? old.roleArn() : roleArn,
            old.express(),
            old.created());
    machines.put(old.arn(), updated);
    return updated;
  }

  StateMachine find(String arn) {
    Arns.check(arn, "stateMachine");
    StateMachine machine = machines.get(arn);
    if (machine == null && arn.split(":").length == QUALIFIED) {
      machine = machines.get(arn.substring(0, arn.lastIndexOf(':')));
    }
    if (machine == null) {
      throw new StepFunctionsException(
          "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
    }
    return machine;
  }

  void remove(String arn) {
    machines.remove(arn);
  }

  List<StateMachine> all() {
    return List.copyOf(machines.values());
  }
}
