package io.eventwright.local.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.time.VirtualTimeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class NestingTest {
  private static final String CHILD =
      """
      {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 60, "Next": "F"},
        "F": {"Type": "Choice", "Choices": [{"Variable": "$.fail", "IsPresent": true, "Next": "X"}],
          "Default": "S"},
        "X": {"Type": "Fail", "Error": "Broken", "Cause": "asked for"},
        "S": {"Type": "Succeed"}}}
      """;

  private static Machine parent(String pattern) {
    Machine machine =
        new Machine(
            """
            {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::states:startExecution%s",
              "Parameters": {"StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:child",
                "Input.$": "$"}}}}
            """
                .formatted(pattern));
    machine.functions.createStateMachine("child", CHILD, "r", false);
    return machine;
  }

  @Test
  void aParentWaitsForItsChild() {
    Machine machine = parent(".sync:2");
    ExecutionView view = machine.run("{\"a\":1}");
    assertEquals("SUCCEEDED", view.status());
    Map<?, ?> output = (Map<?, ?>) Json.parse(String.valueOf(view.output()));
    assertEquals(Map.of("a", 1), output.get("Output"));
    assertEquals(Machine.START.plusSeconds(60), view.stopped());
    assertTrue(machine.events(view.arn()).contains("TaskSubmitted"));
  }

  @Test
  void aChildsFailureFailsTheTask() {
    ExecutionView view = parent(".sync").run("{\"fail\":1}");
    assertEquals("States.TaskFailed", view.error());
    Map<?, ?> cause = (Map<?, ?>) Json.parse(String.valueOf(view.cause()));
    assertEquals("Broken", cause.get("Error"));
    assertEquals("FAILED", cause.get("Status"));
  }

  @Test
  void aStoppedParentTakesItsChildAlong() {
    Machine machine = parent(".sync");
    String execution = machine.start("{}");
    machine.timeline.advance(Duration.ofSeconds(5));
    machine.functions.stopExecution(execution, "Enough", null);
    machine.timeline.runUntilIdle();
    ExecutionView child =
        machine.functions.listExecutions(machine.arn.replace(":tested", ":child"), null).get(0);
    assertEquals("ABORTED", child.status());
    assertEquals(Machine.START.plusSeconds(5), child.stopped());
  }

  @Test
  void aChildThatTheParentsRoleMayNotStopGoesOn() {
    VirtualTimeline timeline = new VirtualTimeline(Machine.START);
    StepFunctions functions =
        new StepFunctions(
            "eu-west-1",
            "123456789012",
            timeline,
            call -> CompletableFuture.completedFuture(new TaskOutcome.Succeeded(null)),
            (execution, action, resource) ->
                action.equals("states:StopExecution") ? "no " + action : null,
            new Random(7));
    String child = functions.createStateMachine("child", CHILD, "r", false).arn();
    String parent =
        functions
            .createStateMachine(
                "parent",
                """
                {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::states:startExecution.sync",
                  "Parameters": {"StateMachineArn": "%s"}}}}
                """
                    .formatted(child),
                "r",
                false)
            .arn();
    String execution = functions.startExecution(parent, null, "{}").arn();
    timeline.advance(Duration.ofSeconds(5));
    functions.stopExecution(execution, "Enough", null);
    timeline.runUntilIdle();
    assertEquals("SUCCEEDED", functions.listExecutions(child, null).get(0).status());
  }

  @Test
  void aTargetThatThrowsFailsItsTask() {
    Machine machine =
        new Machine(
            """
            {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::lambda:invoke"}}}
            """,
            call -> {
              throw new AssertionError("out of order");
            });
    ExecutionView view = machine.run("{}");
    assertEquals("States.TaskFailed", view.error());
    assertEquals("java.lang.AssertionError: out of order", view.cause());
  }

  @Test
  void withoutSyncTheParentGoesOnAtOnce() {
    Machine machine = parent("");
    ExecutionView view = machine.run("{}");
    assertEquals(Machine.START, view.stopped());
    assertEquals(Machine.START.plusSeconds(60), machine.timeline.now());
  }

  @Test
  void anActivityWaitsForAWorkerAndItsHeartbeats() {
    Machine machine =
        new Machine(
            """
            {"StartAt": "T", "States": {"T": {"Type": "Task", "HeartbeatSeconds": 30, "End": true,
              "Resource": "arn:aws:states:eu-west-1:123456789012:activity:pack"}}}
            """);
    String activity = machine.functions.createActivity("pack");
    String execution = machine.start("{\"box\":7}");
    machine.timeline.advance(Duration.ofHours(1));
    var task =
        machine.functions.getActivityTask(activity, "worker-1").toCompletableFuture().getNow(null);
    assertEquals(Map.of("box", 7), task.input());
    machine.timeline.advance(Duration.ofSeconds(20));
    machine.functions.sendTaskSuccess(task.token(), "\"packed\"");
    machine.timeline.runUntilIdle();
    assertEquals("\"packed\"", machine.functions.describeExecution(execution).output());
    assertEquals(
        List.of("ActivityScheduled", "ActivityStarted", "ActivitySucceeded"),
        machine.events(execution).stream().filter(type -> type.startsWith("Activity")).toList());
    CompletableFuture<?> waiting =
        machine.functions.getActivityTask(activity, "worker-2").toCompletableFuture();
    String late = machine.start("1");
    machine.timeline.advance(Duration.ofSeconds(1));
    assertTrue(waiting.isDone());
    machine.timeline.runUntilIdle();
    assertEquals("States.Timeout", machine.functions.describeExecution(late).error());
  }

  @Test
  void aDistributedMapReadsAndWritesThroughTheSameDoor() {
    Machine machine =
        new Machine(
            """
            {"QueryLanguage": "JSONata", "StartAt": "M", "States": {"M": {"Type": "Map", "End": true,
              "Label": "rows",
              "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "MaxItems": 3},
                "Arguments": {"Bucket": "in", "Key": "{% $states.input.key %}"}},
              "ItemBatcher": {"MaxItemsPerBatch": 2},
              "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "P", "States": {"P": {"Type": "Pass",
                  "Output": "{% $join($states.input.Items.name, '+') %}", "End": true}}},
              "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject",
                "Arguments": {"Bucket": "out", "Prefix": "done"}}}}}
            """,
            call ->
                new TaskOutcome.Succeeded(
                    call.resource().action().equals("getObject")
                        ? Map.of("Body", "name,age\n\"Ann, A.\",1\nBob,2\nCid,3\nDan,4\n")
                        : Map.of()));
    ExecutionView view = machine.run("{\"key\":\"people.csv\"}");
    assertEquals("SUCCEEDED", view.status(), view::toString);
    assertTrue(String.valueOf(view.output()).contains(":mapRun:tested/rows:"), view::toString);
    assertEquals(Map.of("Bucket", "in", "Key", "people.csv"), machine.calls.get(0).arguments());
    Map<?, ?> written = (Map<?, ?>) machine.calls.get(1).arguments();
    assertEquals("[\"Ann, A.+Bob\",\"Cid\"]", written == null ? null : written.get("Body"));
  }

  @Test
  void anActivitysTimeBeginsWithItsWorker() {
    Machine machine =
        new Machine(
            """
            {"StartAt": "T", "States": {"T": {"Type": "Task", "TimeoutSeconds": 30, "End": true,
              "Resource": "arn:aws:states:eu-west-1:123456789012:activity:pack"}}}
            """);
    String activity = machine.functions.createActivity("pack");
    String execution = machine.start("{}");
    machine.timeline.advance(Duration.ofHours(1));
    assertEquals("RUNNING", machine.functions.describeExecution(execution).status());
    machine.functions.getActivityTask(activity, "worker").toCompletableFuture().getNow(null);
    machine.timeline.runUntilIdle();
    ExecutionView view = machine.functions.describeExecution(execution);
    assertEquals("States.Timeout", view.error());
    assertEquals(Machine.START.plus(Duration.ofHours(1)).plusSeconds(30), view.stopped());
  }

  private static Machine calling(String action, String parameters) {
    return new Machine(
        """
        {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
          "Resource": "arn:aws:states:::aws-sdk:sfn:%s", "Parameters": %s}}}
        """
            .formatted(action, parameters));
  }

  @Test
  void aTaskWaitsForAnExpressMachine() {
    Machine machine =
        calling(
            "startSyncExecution",
            """
            {"StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:child",
              "Input.$": "$"}
            """);
    machine.functions.createStateMachine("child", CHILD, "r", true);
    ExecutionView view = machine.run("{\"a\":1}");
    assertEquals("SUCCEEDED", view.status(), view::toString);
    Map<?, ?> answer = (Map<?, ?>) Json.parse(String.valueOf(view.output()));
    assertEquals("{\"a\":1}", answer.get("Output"));
    assertEquals(Map.of("Included", true), answer.get("OutputDetails"));
    assertEquals("2026-01-01T00:01:00Z", answer.get("StopDate"));
    assertEquals(Machine.START.plusSeconds(60), view.stopped());
  }

  @Test
  void theApisRefusalsFailTheTask() {
    ExecutionView view =
        calling("startSyncExecution", "{\"StateMachineArn.$\": \"$$.StateMachine.Id\"}").run("{}");
    assertEquals("Sfn.StateMachineTypeNotSupportedException", view.error());
    assertEquals("Sfn.ValidationException", calling("describeExecution", "{}").run("{}").error());
    assertEquals(
        "Sfn.InvalidArnException",
        calling("describeExecution", "{\"ExecutionArn\": \"e\"}").run("{}").error());
  }
}
