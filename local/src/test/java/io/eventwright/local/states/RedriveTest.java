package io.eventwright.local.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.states.task.TaskOutcome;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

class RedriveTest {
  private final Set<String> broken = new ConcurrentSkipListSet<>();

  private Machine machine(String definition) {
    return new Machine(
        definition,
        call ->
            broken.contains(call.stateName())
                ? Machine.failed("Down")
                : new TaskOutcome.Succeeded(call.stateName()));
  }

  private ExecutionView redriven(Machine machine, String execution) {
    broken.clear();
    machine.functions.redriveExecution(execution);
    machine.timeline.runUntilIdle();
    return machine.functions.describeExecution(execution);
  }

  private static String task(String name, String rest) {
    return "\"%s\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:eu-west-1:1:function:f\", %s}"
        .formatted(name, rest);
  }

  @Test
  void goesOnFromTheStepThatFailed() {
    Machine machine =
        machine(
            "{\"StartAt\": \"A\", \"States\": {%s, %s}}"
                .formatted(task("A", "\"Next\": \"B\""), task("B", "\"End\": true")));
    broken.add("B");
    ExecutionView failed = machine.run("{}");
    assertEquals("FAILED", failed.status());
    ExecutionView view = redriven(machine, failed.arn());
    assertEquals("SUCCEEDED", view.status());
    assertEquals("\"B\"", view.output());
    assertEquals(1, view.redrives());
    assertEquals(
        List.of("A", "B", "B"), machine.calls.stream().map(call -> call.stateName()).toList());
    List<String> events = machine.events(failed.arn());
    int at = events.indexOf("ExecutionRedriven");
    assertEquals("ExecutionFailed", events.get(at - 1));
    assertEquals("LambdaFunctionScheduled", events.get(at + 1));
  }

  @Test
  void branchesThatSucceededAreKept() {
    Machine machine =
        machine(
            """
            {"StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "A", "States": {%s}}, {"StartAt": "B", "States": {%s}}]}}}
            """
                .formatted(task("A", "\"End\": true"), task("B", "\"End\": true")));
    broken.add("B");
    ExecutionView failed = machine.run("{}");
    assertEquals("Down", failed.error());
    ExecutionView view = redriven(machine, failed.arn());
    assertEquals("[\"A\",\"B\"]", view.output());
    assertEquals(
        List.of("A", "B", "B"),
        machine.calls.stream().map(call -> call.stateName()).sorted().toList());
  }

  @Test
  void iterationsThatSucceededAreKept() {
    Machine machine =
        new Machine(
            """
            {"StartAt": "M", "States": {"M": {"Type": "Map", "MaxConcurrency": 1, "End": true,
              "ItemProcessor": {"StartAt": "A", "States": {%s}}}}}
            """
                .formatted(task("A", "\"End\": true")),
            call ->
                broken.contains(String.valueOf(call.arguments()))
                    ? Machine.failed("Down")
                    : new TaskOutcome.Succeeded(call.arguments()));
    broken.add("2");
    ExecutionView failed = machine.run("[1, 2, 3]");
    assertEquals("FAILED", failed.status());
    ExecutionView view = redriven(machine, failed.arn());
    assertEquals("[1,2,3]", view.output());
    assertEquals(
        List.of("1", "2", "2", "3"),
        machine.calls.stream().map(call -> String.valueOf(call.arguments())).toList());
  }

  @Test
  void whatSucceededOrGoesOnIsRefused() {
    Machine machine =
        machine("{\"StartAt\": \"A\", \"States\": {%s}}".formatted(task("A", "\"End\": true")));
    ExecutionView view = machine.run("{}");
    assertFalse(view.redrivable());
    StepFunctionsException refused =
        assertThrows(
            StepFunctionsException.class, () -> machine.functions.redriveExecution(view.arn()));
    assertEquals("ExecutionNotRedrivable", refused.type());
    assertTrue(refused.getMessage().contains("SUCCEEDED"));
  }
}
