package io.eventwright.local.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeartbeatTest {
  private static final String CALLBACK =
      """
      {"StartAt": "T", "States": {"T": {"Type": "Task", "HeartbeatSeconds": 10,
        "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters": {"MessageBody.$": "$$.Task.Token"}, "End": true}}}
      """;

  private final Machine machine = new Machine(CALLBACK);
  private final String execution = machine.start("{}");

  private String token() {
    return String.valueOf(machine.calls.get(0).taskToken());
  }

  @Test
  void silenceTimesTheTaskOut() {
    machine.timeline.runUntilIdle();
    ExecutionView view = machine.functions.describeExecution(execution);
    assertEquals("States.Timeout", view.error());
    assertEquals(Machine.START.plusSeconds(10), view.stopped());
    assertEquals(
        List.of(
            "ExecutionStarted",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskSubmitted",
            "TaskTimedOut",
            "ExecutionFailed"),
        machine.events(execution));
  }

  @Test
  void everyBeatBuysTheSameTimeAgain() {
    for (int i = 0; i < 5; i++) {
      machine.timeline.advance(Duration.ofSeconds(9));
      machine.functions.sendTaskHeartbeat(token());
    }
    machine.timeline.advance(Duration.ofSeconds(9));
    machine.functions.sendTaskSuccess(token(), "{\"ok\":true}");
    machine.timeline.runUntilIdle();
    ExecutionView view = machine.functions.describeExecution(execution);
    assertEquals("{\"ok\":true}", view.output());
    assertEquals(Machine.START.plusSeconds(54), view.stopped());
  }

  @Test
  void aRuleForSilenceTakesNoTaskThatTookTooLong() {
    String definition =
        """
        {"StartAt": "T", "States": {
          "T": {"Type": "Task", "HeartbeatSeconds": %d, "TimeoutSeconds": %d,
            "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            "Parameters": {"MessageBody.$": "$$.Task.Token"}, "End": true,
            "Catch": [{"ErrorEquals": ["States.HeartbeatTimeout"], "Next": "Silent"},
              {"ErrorEquals": ["States.Timeout"], "Next": "Late"}]},
          "Silent": {"Type": "Pass", "Result": "silent", "End": true},
          "Late": {"Type": "Pass", "Result": "late", "End": true}}}
        """;
    assertEquals("\"silent\"", new Machine(definition.formatted(10, 20)).run("{}").output());
    Machine beating = new Machine(definition.formatted(19, 20));
    String late = beating.start("{}");
    beating.timeline.advance(Duration.ofSeconds(15));
    beating.functions.sendTaskHeartbeat(String.valueOf(beating.calls.get(0).taskToken()));
    beating.timeline.runUntilIdle();
    assertEquals("\"late\"", beating.functions.describeExecution(late).output());
  }

  @Test
  void aTokenNobodyMadeIsInvalid() {
    StepFunctionsException refused =
        assertThrows(
            StepFunctionsException.class, () -> machine.functions.sendTaskHeartbeat("made up"));
    assertEquals("InvalidToken", refused.type());
  }
}
