package io.eventwright.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import io.eventwright.local.sample.Clients;
import io.eventwright.local.states.ExecutionView;
import io.eventwright.local.states.history.HistoryEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Containers' tasks as processes: their end, their role, and who stops them. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ContainerTasksTest {

  private static final String PROCESS = "Container: process ";

  private final Cloud cloud = TestCloud.get();

  ContainerTasksTest() throws Exception {}

  @BeforeEach
  void empty() throws Exception {
    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE), TestCloud.LOG::toString);
    cloud.reset();
    TestCloud.LOG.removeIf(line -> line.startsWith(PROCESS));
  }

  @Test
  @DisplayName("a task runs as its role, and its history is the service's")
  void aTaskRunsToItsEnd() throws Exception {
    String execution = start("Runner", "write", "task#1", 600);

    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE), TestCloud.LOG::toString);

    ExecutionView view = cloud.stateMachines().describeExecution(execution);
    assertEquals("SUCCEEDED", view.status(), () -> view + " " + TestCloud.LOG);
    assertEquals(0, Json.parse(String.valueOf(view.output())).at("/Containers/0/ExitCode").asInt());
    assertEquals(
        List.of(
            "ExecutionStarted",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskSubmitted",
            "TaskSucceeded",
            "TaskStateExited",
            "ExecutionSucceeded"),
        cloud.stateMachines().history(execution).stream().map(HistoryEvent::type).toList());
    Map<String, AttributeValue> row = row("task#1");
    assertEquals(false, row.get("home").bool(), "nothing of the machine's environment");
  }

  @Test
  void anotherExitCodeThanNoneIsAFailedTask() throws Exception {
    String execution = start("Runner", "3", "", 600);

    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE), TestCloud.LOG::toString);

    ExecutionView view = cloud.stateMachines().describeExecution(execution);
    assertEquals("States.TaskFailed", view.error(), view::toString);
    JsonNode cause = Json.parse(String.valueOf(view.cause()));
    assertEquals(3, cause.at("/Containers/0/ExitCode").asInt());
    assertEquals("EssentialContainerExited", cause.path("StopCode").asText());
  }

  @Test
  void whatTheRoleDoesNotAllowFails() throws Exception {
    String execution = start("Runner", "write", "another#1", 600);

    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE), TestCloud.LOG::toString);

    assertEquals("States.TaskFailed", cloud.stateMachines().describeExecution(execution).error());
    assertTrue(row("another#1").isEmpty());
  }

  @Test
  void aMachineThatMayNotHandOnTheRolesRunsNothing() throws Exception {
    String execution = start("RunnerWithoutRoles", "write", "task#2", 600);

    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE), TestCloud.LOG::toString);

    ExecutionView view = cloud.stateMachines().describeExecution(execution);
    assertEquals("ECS.AccessDeniedException", view.error(), view::toString);
    assertTrue(String.valueOf(view.cause()).contains("iam:PassRole"), view::toString);
    assertTrue(TestCloud.LOG.stream().noneMatch(line -> line.startsWith(PROCESS)));
  }

  @Test
  void aTaskWhoseTimeIsOverIsStopped() throws Exception {
    String execution = start("Runner", "stay", "", 5);

    assertTrue(cloud.awaitIdle(TestCloud.PATIENCE), TestCloud.LOG::toString);

    assertEquals("States.Timeout", cloud.stateMachines().describeExecution(execution).error());
    assertEnded();
  }

  @Test
  void theTaskOfAnExecutionThatIsStoppedIsStopped() throws Exception {
    String execution = start("Runner", "stay", "", 600);
    while (TestCloud.LOG.stream().noneMatch(line -> line.startsWith(PROCESS))) {
      Thread.sleep(20);
    }

    cloud.stateMachines().stopExecution(execution, "Enough", "");

    assertEnded();
  }

  /**
   * Of a process that had not come to its first line before its time was over, nothing is known.
   */
  private static void assertEnded() throws InterruptedException {
    for (String line : TestCloud.LOG) {
      if (line.startsWith(PROCESS)) {
        long pid = Long.parseLong(line.substring(PROCESS.length()).split(" ")[0]);
        ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
        assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
      }
    }
  }

  private String start(String machine, String what, String key, int seconds) {
    return cloud
        .stateMachines()
        .startExecution(
            String.valueOf(cloud.stack().refs().get(machine)),
            null,
            "{\"do\": \"%s\", \"key\": \"%s\", \"seconds\": %d}".formatted(what, key, seconds))
        .arn();
  }

  private Map<String, AttributeValue> row(String key) {
    return Clients.of(DynamoDbClient.builder(), cloud.endpoint(), "LOCALTEST")
        .getItem(
            get ->
                get.tableName(String.valueOf(cloud.stack().refs().get("Items")))
                    .key(Map.of("pk", AttributeValue.fromS(key)))
                    .consistentRead(true))
        .item();
  }
}
