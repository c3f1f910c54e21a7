package io.eventwright.local.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.time.VirtualTimeline;
import io.eventwright.local.states.time.WallTimeline;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Far longer than anything takes here, and far shorter than what is waited for by the clock. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class VirtualTimeTest {
  private static final String THREE_DAYS =
      """
      {"QueryLanguage": "JSONata", "StartAt": "Reserve", "States": {
        "Reserve": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:1:function:reserve",
          "Next": "Wait"},
        "Wait": {"Type": "Wait", "Seconds": "{% 3 * 24 * 3600 %}", "Next": "Charge"},
        "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:1:function:charge",
          "End": true}}}
      """;

  @Test
  void threeDaysPassAtOnce() {
    Machine machine = new Machine(THREE_DAYS);
    ExecutionView view = machine.run("{\"a\":1}");
    assertEquals("SUCCEEDED", view.status());
    assertEquals("{\"a\":1}", view.output());
    assertEquals(Machine.START.plus(Duration.ofDays(3)), view.stopped());
  }

  @Test
  void theClockStandsStillWhileAFunctionWorksElsewhere() throws Exception {
    VirtualTimeline timeline = new VirtualTimeline(Machine.START);
    CompletableFuture<TaskOutcome> answer = new CompletableFuture<>();
    CountDownLatch called = new CountDownLatch(1);
    StepFunctions functions =
        new StepFunctions(
            "eu-west-1",
            "1",
            timeline,
            call -> {
              called.countDown();
              return answer;
            },
            new Random(1));
    String machine =
        functions
            .createStateMachine(
                "m",
                """
                {"StartAt": "T", "States": {"T": {"Type": "Task", "TimeoutSeconds": 5,
                  "Resource": "arn:aws:lambda:eu-west-1:1:function:f", "End": true}}}
                """,
                "r",
                false)
            .arn();
    timeline.start();
    String execution = functions.startExecution(machine, null, "{}").arn();
    called.await();
    // Whatever else is due at this moment has its turn; the time-out is not.
    CountDownLatch turn = new CountDownLatch(1);
    timeline.execute(turn::countDown);
    turn.await();
    assertEquals("RUNNING", functions.describeExecution(execution).status());
    CompletableFuture<ExecutionView> ended = new CompletableFuture<>();
    functions.whenEnded(ended::complete);
    answer.complete(new TaskOutcome.Succeeded("done"));
    assertEquals("\"done\"", ended.get().output());
    assertEquals(Machine.START, functions.describeExecution(execution).stopped());
    timeline.close();
    functions.close();
  }

  @Test
  void theWallClockRunsTheSameMachines() throws Exception {
    try (WallTimeline timeline = new WallTimeline();
        StepFunctions functions =
            new StepFunctions(
                "eu-west-1",
                "1",
                timeline,
                call ->
                    CompletableFuture.supplyAsync(
                        () -> new TaskOutcome.Succeeded(call.arguments())),
                new Random(1))) {
      String machine =
          functions
              .createStateMachine(
                  "m",
                  """
                  {"StartAt": "W", "States": {
                    "W": {"Type": "Wait", "Seconds": 1, "Next": "T"},
                    "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}}
                  """,
                  "r",
                  true)
              .arn();
      ExecutionView view =
          functions.startSyncExecution(machine, null, "[1]").toCompletableFuture().get();
      assertEquals("[1]", view.output());
      Duration took = Duration.between(view.started(), view.stopped());
      assertTrue(took.compareTo(Duration.ofSeconds(1)) >= 0, took::toString);
    }
  }

  @Test
  void manyThreadsStartManyExecutions() throws Exception {
    try (WallTimeline timeline = new WallTimeline();
        StepFunctions functions =
            new StepFunctions(
                "eu-west-1",
                "1",
                timeline,
                call ->
                    CompletableFuture.completedFuture(new TaskOutcome.Succeeded(call.arguments())),
                new Random(1))) {
      String machine =
          functions
              .createStateMachine(
                  "m",
                  """
                  {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "ItemProcessor":
                    {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
                      "Resource": "arn:aws:lambda:eu-west-1:1:function:f"}}}}}}
                  """,
                  "r",
                  false)
              .arn();
      AtomicInteger good = new AtomicInteger();
      CountDownLatch left = new CountDownLatch(200);
      functions.whenEnded(
          view -> {
            good.addAndGet("[1,2,3]".equals(view.output()) ? 1 : 0);
            left.countDown();
          });
      IntStream.range(0, 200)
          .parallel()
          .forEach(i -> functions.startExecution(machine, "n" + i, "[1,2,3]"));
      left.await();
      assertEquals(200, good.get());
    }
  }

  @Test
  void anExecutionIsTimedOut() {
    Machine machine =
        new Machine(
            """
            {"TimeoutSeconds": 10, "StartAt": "W", "States": {
              "W": {"Type": "Wait", "Seconds": 60, "End": true}}}
            """);
    ExecutionView view = machine.run("{}");
    assertEquals("TIMED_OUT", view.status());
    assertEquals("States.Timeout", view.error());
    assertEquals(Machine.START.plusSeconds(10), view.stopped());
  }
}
