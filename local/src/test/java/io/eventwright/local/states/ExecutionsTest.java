package io.eventwright.local.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutionsTest {
  private final Machine machine =
      new Machine(
          """
          {"StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Branches": [
            {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 100, "End": true}}},
            {"StartAt": "V", "States": {"V": {"Type": "Wait", "Seconds": 200, "End": true}}}]}}}
          """);

  private ExecutionView start(String name, String input) {
    return machine.functions.startExecution(machine.arn, name, input);
  }

  @Test
  void aNameStartsOneExecution() {
    ExecutionView first = start("one", "{\"a\": 1, \"b\": 2}");
    machine.timeline.advance(Duration.ofSeconds(1));
    assertEquals(first.arn(), start("one", "{\"b\":2,\"a\":1}").arn());
    assertEquals(first.started(), start("one", "{\"a\":1,\"b\":2}").started());
    assertEquals("ExecutionAlreadyExists", refusal("one", "{}"));
    machine.timeline.runUntilIdle();
    assertEquals("ExecutionAlreadyExists", refusal("one", "{\"a\":1,\"b\":2}"));
    assertEquals(1, machine.functions.listExecutions(machine.arn, null).size());
  }

  private String refusal(String name, String input) {
    return assertThrows(StepFunctionsException.class, () -> start(name, input)).type();
  }

  @Test
  void badNamesAndInputsAreRefused() {
    assertEquals("InvalidName", refusal("with space", "{}"));
    assertEquals("InvalidName", refusal("x".repeat(81), "{}"));
    assertEquals("InvalidExecutionInput", refusal("fine", "{"));
    assertEquals("InvalidExecutionInput", refusal("fine", "\"" + "x".repeat(300_000) + "\""));
  }

  @Test
  void stoppingEndsEverythingInIt() {
    String execution = machine.start("{}");
    machine.timeline.advance(Duration.ofSeconds(10));
    machine.functions.stopExecution(execution, "Enough", "said so");
    ExecutionView view = machine.functions.describeExecution(execution);
    assertEquals("ABORTED", view.status());
    assertEquals("Enough", view.error());
    assertEquals("said so", view.cause());
    machine.timeline.runUntilIdle();
    assertEquals(Machine.START.plusSeconds(10), machine.timeline.now());
    List<String> events = machine.events(execution);
    assertEquals("ExecutionAborted", events.get(events.size() - 1));
    assertEquals(view, machine.functions.stopExecution(execution, null, null));
  }

  @Test
  void whatDoesNotExistIsNamed() {
    StepFunctionsException refused =
        assertThrows(
            StepFunctionsException.class,
            () -> machine.functions.startExecution(machine.arn + "x", null, "{}"));
    assertEquals("StateMachineDoesNotExist", refused.type());
    assertEquals("State Machine Does Not Exist: '" + machine.arn + "x'", refused.getMessage());
  }
}
