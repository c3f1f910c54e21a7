package io.eventwright.local.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.states.task.TaskOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static String task(String retry) {
    return """
        {"StartAt": "T", "States": {"T": {"Type": "Task",
          "Resource": "arn:aws:lambda:eu-west-1:1:function:f", "Retry": [%s], "End": true}}}
        """
        .formatted(retry);
  }

  private static List<Long> pauses(String retry) {
    Machine machine = new Machine(task(retry), call -> Machine.failed("Busy"));
    ExecutionView view = machine.run("{}");
    assertEquals("FAILED", view.status());
    List<Duration> times = machine.times(view.arn(), "LambdaFunctionStarted");
    List<Long> pauses = new ArrayList<>();
    for (int i = 1; i < times.size(); i++) {
      pauses.add(times.get(i).minus(times.get(i - 1)).toMillis());
    }
    return pauses;
  }

  @Test
  void byDefaultThreeTimesTwiceAsLateEachTime() {
    assertEquals(List.of(1000L, 2000L, 4000L), pauses("{\"ErrorEquals\": [\"Busy\"]}"));
  }

  @Test
  void neverLaterThanTheMost() {
    assertEquals(
        List.of(3000L, 5000L, 5000L),
        pauses(
            """
            {"ErrorEquals": ["States.ALL"], "IntervalSeconds": 3, "BackoffRate": 2,
             "MaxDelaySeconds": 5, "MaxAttempts": 3}
            """));
  }

  @Test
  void fullJitterSpreadsBetweenNothingAndTheDelay() {
    List<Long> pauses =
        pauses(
            """
            {"ErrorEquals": ["States.TaskFailed"], "IntervalSeconds": 10, "BackoffRate": 1,
             "JitterStrategy": "FULL", "MaxAttempts": 50}
            """);
    assertEquals(50, pauses.size());
    assertTrue(pauses.stream().allMatch(pause -> pause >= 0 && pause <= 10_000));
    assertTrue(new HashSet<>(pauses).size() > 40, "the pauses hardly differ: " + pauses);
    double mean = pauses.stream().mapToLong(Long::longValue).average().orElse(0);
    assertTrue(mean > 3_000 && mean < 7_000, "mean " + mean);
  }

  @Test
  void eachRetrierCountsForItselfAndTheContextCountsAll() {
    Machine machine =
        new Machine(
            """
            {"QueryLanguage": "JSONata", "StartAt": "T", "States": {"T": {"Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke",
              "Arguments": {"n": "{% $states.context.State.RetryCount %}"},
              "Retry": [{"ErrorEquals": ["A"], "MaxAttempts": 1},
                        {"ErrorEquals": ["B"], "MaxAttempts": 2}],
              "End": true}}}
            """,
            call -> Machine.failed(String.valueOf(call.arguments()).contains("1") ? "B" : "A"));
    ExecutionView view = machine.run("{}");
    // A, retried once; B, retried; then A again, whose retrier is used up.
    assertEquals("A", view.error());
    assertEquals(
        List.of("{n=0}", "{n=1}", "{n=2}"),
        machine.calls.stream().map(call -> String.valueOf(call.arguments())).toList());
  }

  @Test
  void aLateAnswerBelongsToNobody() {
    Machine machine =
        new Machine(
            """
            {"StartAt": "T", "States": {"T": {"Type": "Task", "TimeoutSeconds": 5,
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "Parameters": {"t.$": "$$.Task.Token"},
              "Retry": [{"ErrorEquals": ["States.Timeout"], "MaxAttempts": 1}], "End": true}}}
            """,
            call -> new TaskOutcome.Succeeded("sent"));
    String execution = machine.start("{}");
    machine.timeline.advance(Duration.ofSeconds(5));
    String first = String.valueOf(machine.calls.get(0).taskToken());
    StepFunctionsException refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            StepFunctionsException.class, () -> machine.functions.sendTaskSuccess(first, "1"));
    assertEquals("TaskTimedOut", refused.type());
    machine.timeline.advance(Duration.ofSeconds(2));
    machine.functions.sendTaskSuccess(String.valueOf(machine.calls.get(1).taskToken()), "2");
    machine.timeline.runUntilIdle();
    assertEquals("2", machine.functions.describeExecution(execution).output());
  }
}
