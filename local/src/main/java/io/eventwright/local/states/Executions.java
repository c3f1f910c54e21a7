package io.eventwright.local.states;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.run.Engine;
import io.eventwright.local.states.run.Execution;
import io.eventwright.local.states.run.ExecutionIdentity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The executions there are, in the order they were started; used under the engine's lock. */
final class Executions {
  private final String arnPrefix;
  private final Engine engine;
  private final Map<String, Execution> started = new LinkedHashMap<>();

  /** None yet. */
  Executions(String arnPrefix, Engine engine) {
    this.arnPrefix = arnPrefix;
    this.engine = engine;
  }

  /**
   * Starts one, or gives the running one that has this name and this very input.
   *
   * @param givenName null for one made up
   * @param whenClosed is told when it has ended
   */
  Execution start(
      StateMachine machine,
      @Nullable String givenName,
      String input,
      Consumer<Execution> whenClosed) {
    if (givenName != null) {
      Names.check(givenName);
    }
    Object json = ExecutionInput.read(input);
    String id = UUID.randomUUID().toString();
    String name = givenName == null ? id : givenName;
    String arn = arn(machine, name, id);
    Execution existing = started.get(arn);
    if (existing != null) {
      if (runs(existing) && Json.same(existing.identity().input(), json)) {
        return existing;
      }
      throw new StepFunctionsException(
          "ExecutionAlreadyExists", "Execution Already Exists: '" + arn + "'");
    }
    ExecutionIdentity identity =
        new ExecutionIdentity(
            arn, name, machine.arn(), machine.name(), machine.roleArn(), json, null);
    Execution execution =
        new Execution(engine, identity, machine.definition().flow(), machine.timeout());
    started.put(arn, execution);
    execution.whenClosed(whenClosed);
    execution.start();
    return execution;
  }

  /** An express execution's name says nothing: as many as one likes have it. */
  private String arn(StateMachine machine, String name, String id) {
    return machine.express()
        ? arnPrefix + "express:" + machine.name() + ":" + name + ":" + id
        : arnPrefix + "execution:" + machine.name() + ":" + name;
  }

  /**
   * By its ARN.
   *
   * @throws StepFunctionsException {@code ExecutionDoesNotExist}
   */
  Execution find(String arn) {
    Arns.check(arn, "execution", "express");
    Execution execution = started.get(arn);
    if (execution == null) {
      throw new StepFunctionsException(
          "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
    }
    return execution;
  }

  /**
   * One that can go on from where it failed.
   *
   * @throws StepFunctionsException {@code ExecutionDoesNotExist}, {@code ExecutionNotRedrivable}
   */
  Execution redrivable(String arn) {
    Execution execution = find(arn);
    if (!ExecutionView.of(execution).redrivable() || arn.contains(":express:")) {
      throw new StepFunctionsException(
          "ExecutionNotRedrivable",
          "Execution Not Redrivable: Execution is "
              + execution.status()
              + " and cannot be redriven");
    }
    return execution;
  }

  /** Those of a machine, the newest first; null for any status. */
  List<ExecutionView> of(String machineArn, @Nullable String status) {
    List<ExecutionView> found = new ArrayList<>();
    for (Execution execution : started.values()) {
      if (execution.identity().machineArn().equals(machineArn)
          && (status == null || execution.status().name().equals(status))) {
        found.add(0, ExecutionView.of(execution));
      }
    }
    return found;
  }

  /** Stops whatever runs. */
  void stopAll() {
    started.values().stream().filter(Executions::runs).forEach(each -> each.stop(null, null));
  }

  boolean anyRuns() {
    return started.values().stream().anyMatch(Executions::runs);
  }

  private static boolean runs(Execution execution) {
    return execution.status() == Execution.Status.RUNNING;
  }
}
