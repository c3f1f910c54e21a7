package io.eventwright.local.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.states.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndpointTest {
  private final Machine machine =
      new Machine(
          """
          {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true,
            "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}}
          """);
  private final StepFunctionsEndpoint endpoint = new StepFunctionsEndpoint(machine.functions);

  private Map<String, @Nullable Object> ok(String operation, Map<String, Object> request) {
    StepFunctionsEndpoint.Answer answer = endpoint.handle(operation, Json.write(request));
    assertEquals(200, answer.status(), answer::text);
    return answer.body();
  }

  @Test
  void startsDescribesAndTellsTheHistoryInPages() {
    String arn =
        String.valueOf(
            ok("StartExecution", Map.of("stateMachineArn", machine.arn, "input", "[1,2,3]"))
                .get("executionArn"));
    machine.timeline.runUntilIdle();
    Map<String, @Nullable Object> described = ok("DescribeExecution", Map.of("executionArn", arn));
    assertEquals("SUCCEEDED", described.get("status"));
    assertEquals("[1,2,3]", described.get("output"));
    assertEquals("NOT_REDRIVABLE", described.get("redriveStatus"));
    assertEquals(Machine.START.getEpochSecond(), ((Number) described.get("startDate")).longValue());

    Map<String, @Nullable Object> page =
        ok("GetExecutionHistory", Map.of("executionArn", arn, "maxResults", 10));
    List<?> first = (List<?>) page.get("events");
    assertEquals(10, first.size());
    Map<String, @Nullable Object> rest =
        ok(
            "GetExecutionHistory",
            Map.of("executionArn", arn, "nextToken", String.valueOf(page.get("nextToken"))));
    assertNull(rest.get("nextToken"));
    int all = machine.functions.history(arn).size();
    assertEquals(all, first.size() + ((List<?>) rest.get("events")).size());

    Map<?, ?> entered = (Map<?, ?>) first.get(1);
    assertEquals("MapStateEntered", entered.get("type"));
    Map<?, ?> details = (Map<?, ?>) entered.get("stateEnteredEventDetails");
    assertEquals("M", details.get("name"));
    assertEquals("[1,2,3]", details.get("input"));

    Map<String, @Nullable Object> reversed =
        ok("GetExecutionHistory", Map.of("executionArn", arn, "reverseOrder", true));
    assertEquals(
        "ExecutionSucceeded", ((Map<?, ?>) ((List<?>) reversed.get("events")).get(0)).get("type"));
  }

  @Test
  void refusalsCarryTheServicesWords() {
    StepFunctionsEndpoint.Answer unknown =
        endpoint.handle("DescribeExecution", "{\"executionArn\":\"arn:none\"}");
    assertEquals(400, unknown.status());
    assertEquals(
        "{\"__type\":\"ExecutionDoesNotExist\",\"message\":\"Execution Does Not Exist: 'arn:none'\"}",
        unknown.text());
    assertEquals("SerializationException", type("StartExecution", "{"));
    assertEquals("ValidationException", type("StartExecution", "{}"));
    assertEquals("UnknownOperationException", type("Fly", "{}"));
    assertEquals("ValidationException", type("ListStateMachines", "{\"maxResults\": 1001}"));
    assertEquals("InvalidToken", type("ListStateMachines", "{\"nextToken\": \"there\"}"));
    assertEquals(
        "StateMachineAlreadyExists",
        type(
            "CreateStateMachine",
            Json.write(
                Map.of(
                    "name",
                    "tested",
                    "roleArn",
                    "arn:aws:iam::1:role/r",
                    "definition",
                    "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}"))));
  }

  private @Nullable Object type(String operation, String body) {
    return endpoint.handle(operation, body).body().get("__type");
  }

  @Test
  void listsAndFilters() {
    ok("StartExecution", Map.of("stateMachineArn", machine.arn, "name", "good", "input", "[]"));
    ok("StartExecution", Map.of("stateMachineArn", machine.arn, "name", "bad", "input", "{}"));
    machine.timeline.runUntilIdle();
    List<?> failed =
        (List<?>)
            ok("ListExecutions", Map.of("stateMachineArn", machine.arn, "statusFilter", "FAILED"))
                .get("executions");
    assertEquals(1, failed.size());
    assertEquals("bad", ((Map<?, ?>) failed.get(0)).get("name"));
    assertTrue(
        String.valueOf(ok("ListStateMachines", Map.of()).get("stateMachines")).contains("tested"));
  }

  @Test
  void anArnOfSomethingElseIsRefused() {
    assertEquals(
        "{\"__type\":\"InvalidArn\",\"message\":\"Invalid Arn: 'Invalid ARN prefix: m'\"}",
        endpoint.handle("DescribeStateMachine", "{\"stateMachineArn\":\"m\"}").text());
    assertEquals(
        "Invalid Arn: 'Resource type not valid in this context: stateMachine'",
        endpoint
            .handle("DescribeExecution", Json.write(Map.of("executionArn", machine.arn)))
            .body()
            .get("message"));
  }

  @Test
  void onlyAnExpressMachineIsWaitedFor() {
    assertEquals(
        "StateMachineTypeNotSupported",
        type("StartSyncExecution", Json.write(Map.of("stateMachineArn", machine.arn))));
  }

  @Test
  void listsComeInPages() {
    ok("CreateActivity", Map.of("name", "pack"));
    ok("CreateActivity", Map.of("name", "send"));
    Map<String, @Nullable Object> first = ok("ListActivities", Map.of("maxResults", 1));
    Map<?, ?> activity = (Map<?, ?>) ((List<?>) first.get("activities")).get(0);
    assertEquals("pack", activity.get("name"));
    assertEquals(
        Machine.START.getEpochSecond(), ((Number) activity.get("creationDate")).longValue());
    Map<String, @Nullable Object> rest =
        ok("ListActivities", Map.of("nextToken", String.valueOf(first.get("nextToken"))));
    assertTrue(String.valueOf(rest.get("activities")).contains("send"));
    assertNull(rest.get("nextToken"));
  }

  @Test
  void aDefinitionIsValidatedWithoutBeingTaken() {
    assertEquals(
        "OK",
        ok(
                "ValidateStateMachineDefinition",
                Map.of(
                    "definition", "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}"))
            .get("result"));
    Map<String, @Nullable Object> failed =
        ok("ValidateStateMachineDefinition", Map.of("definition", "{\"StartAt\":\"A\"}"));
    assertEquals("FAIL", failed.get("result"));
    Map<?, ?> diagnostic = (Map<?, ?>) ((List<?>) failed.get("diagnostics")).get(0);
    assertEquals("ERROR", diagnostic.get("severity"));
    assertEquals("SCHEMA_VALIDATION_FAILED", diagnostic.get("code"));
    assertEquals(false, failed.get("truncated"));
  }

  @Test
  void aNameIsTakenForOneInput() {
    Map<String, Object> request =
        Map.of("stateMachineArn", machine.arn, "name", "once", "input", "[ 1 ]");
    Object arn = ok("StartExecution", request).get("executionArn");
    assertEquals(
        arn,
        ok("StartExecution", Map.of("stateMachineArn", machine.arn, "name", "once", "input", "[1]"))
            .get("executionArn"));
    assertEquals(
        "ExecutionAlreadyExists",
        type(
            "StartExecution",
            Json.write(Map.of("stateMachineArn", machine.arn, "name", "once", "input", "[2]"))));
    machine.timeline.runUntilIdle();
    assertEquals("ExecutionAlreadyExists", type("StartExecution", Json.write(request)));
  }
}
