package io.eventwright.local.states;

import io.eventwright.local.states.history.HistoryEvent;
import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.run.Activities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Step Functions as AWS's SDKs speak with it, AWS JSON 1.0, without the transport: the operation is
 * what follows {@code AWSStepFunctions.} in the header {@code X-Amz-Target}.
 */
public final class StepFunctionsEndpoint {
  private final StepFunctions functions;

  /** In front of the given Step Functions. */
  public StepFunctionsEndpoint(StepFunctions functions) {
    this.functions = functions;
  }

  /**
   * An HTTP answer.
   *
   * @param status 200, or 400 for a refusal
   * @param body the JSON object
   */
  public record Answer(int status, Map<String, @Nullable Object> body) {
    /** The body as JSON text. */
    public String text() {
      return Json.write(body);
    }
  }

  /**
   * Performs an operation; a refusal is an answer too. {@code StartSyncExecution} waits for the end
   * of the execution, all others return at once.
   *
   * @param operation e.g. {@code StartExecution}
   * @param body the request's JSON
   */
  public Answer handle(String operation, String body) {
    try {
      Object json = Json.parse(body.isBlank() ? "{}" : body);
      Map<String, @Nullable Object> request = Json.asObject(json);
      if (request == null) {
        throw new StepFunctionsException("SerializationException", "the body is no object");
      }
      return perform(operation, request);
    } catch (StepFunctionsException refused) {
      return refusal(refused.type(), refused.getMessage());
    } catch (IllegalArgumentException notJson) {
      return refusal("SerializationException", notJson.getMessage() + "");
    }
  }

  private static Answer refusal(String type, String message) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("__type", type);
    body.put("message", message);
    return new Answer(400, body);
  }

  /** Performs an operation on parsed JSON; a refusal is thrown. */
  Answer perform(String operation, Map<String, @Nullable Object> request) {
    Request given = new Request(request);
    return new Answer(
        200,
        switch (operation) {
          case "CreateStateMachine" -> created(given);
          case "UpdateStateMachine" -> updated(given);
          case "DescribeStateMachine" ->
              described(functions.describeStateMachine(given.text("stateMachineArn")));
          case "DeleteStateMachine" -> {
            functions.deleteStateMachine(given.text("stateMachineArn"));
            yield Map.of();
          }
          case "ListStateMachines" ->
              given.page(
                  "stateMachines",
                  functions.listStateMachines().stream()
                      .<@Nullable Object>map(StepFunctionsEndpoint::listed)
                      .toList(),
                  100);
          case "ValidateStateMachineDefinition" -> validated(given);
          case "StartExecution" -> started(given);
          case "StartSyncExecution" -> synchronous(given);
          case "DescribeExecution" ->
              ExecutionJson.described(functions.describeExecution(given.text("executionArn")));
          case "DescribeStateMachineForExecution" ->
              described(
                  functions.describeStateMachine(
                      functions.describeExecution(given.text("executionArn")).machineArn()));
          case "ListExecutions" -> listedExecutions(given);
          case "GetExecutionHistory" -> history(given);
          case "StopExecution" ->
              date(
                  "stopDate",
                  functions
                      .stopExecution(
                          given.text("executionArn"),
                          given.optional("error"),
                          given.optional("cause"))
                      .stopped());
          case "RedriveExecution" ->
              date(
                  "redriveDate", functions.redriveExecution(given.text("executionArn")).redriven());
          case "SendTaskSuccess" -> {
            functions.sendTaskSuccess(given.text("taskToken"), given.text("output"));
            yield Map.of();
          }
          case "SendTaskFailure" -> {
            functions.sendTaskFailure(
                given.text("taskToken"), given.optional("error"), given.optional("cause"));
            yield Map.of();
          }
          case "SendTaskHeartbeat" -> {
            functions.sendTaskHeartbeat(given.text("taskToken"));
            yield Map.of();
          }
          case "CreateActivity" -> {
            Map<String, @Nullable Object> made = date("creationDate", functions.timeline().now());
            made.put("activityArn", functions.createActivity(given.text("name")));
            yield made;
          }
          case "DeleteActivity" -> {
            functions.deleteActivity(given.text("activityArn"));
            yield Map.of();
          }
          case "ListActivities" -> listedActivities(given);
          case "GetActivityTask" -> activityTask(given);
          case "ListTagsForResource" -> Map.of("tags", List.of());
          default ->
              throw new StepFunctionsException(
                  "UnknownOperationException",
                  "the local Step Functions has no operation " + operation);
        });
  }

  private Map<String, @Nullable Object> created(Request given) {
    StateMachine machine =
        functions.createStateMachine(
            given.text("name"),
            given.text("definition"),
            given.text("roleArn"),
            "EXPRESS".equals(given.optional("type")));
    Map<String, @Nullable Object> body = date("creationDate", machine.created());
    body.put("stateMachineArn", machine.arn());
    return body;
  }

  private Map<String, @Nullable Object> updated(Request given) {
    functions.updateStateMachine(
        given.text("stateMachineArn"), given.optional("definition"), given.optional("roleArn"));
    return date("updateDate", functions.timeline().now());
  }

  private static Map<String, @Nullable Object> listed(StateMachine machine) {
    Map<String, @Nullable Object> body = date("creationDate", machine.created());
    body.put("stateMachineArn", machine.arn());
    body.put("name", machine.name());
    body.put("type", machine.express() ? "EXPRESS" : "STANDARD");
    return body;
  }

  private static Map<String, @Nullable Object> described(StateMachine machine) {
    Map<String, @Nullable Object> body = listed(machine);
    body.put("status", "ACTIVE");
    body.put("definition", machine.definition().text());
    body.put("roleArn", machine.roleArn());
    return body;
  }

  private static Map<String, @Nullable Object> validated(Request given) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    List<@Nullable Object> diagnostics = new ArrayList<>();
    try {
      io.eventwright.local.states.definition.StateMachineDefinition.read(given.text("definition"));
    } catch (io.eventwright.local.states.definition.InvalidDefinitionException invalid) {
      invalid
          .problems()
          .forEach(
              problem ->
                  diagnostics.add(
                      Map.of(
                          "severity", "ERROR",
                          "code", problem.code(),
                          "message", problem.message(),
                          "location", problem.location())));
    }
    body.put("result", diagnostics.isEmpty() ? "OK" : "FAIL");
    body.put("diagnostics", diagnostics);
    body.put("truncated", false);
    return body;
  }

  private Map<String, @Nullable Object> started(Request given) {
    ExecutionView view =
        functions.startExecution(
            given.text("stateMachineArn"), given.optional("name"), given.or("input", "{}"));
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("executionArn", view.arn());
    body.putAll(date("startDate", view.started()));
    return body;
  }

  /** Starts an execution of an express machine; the answer comes when it has ended. */
  CompletionStage<Map<String, @Nullable Object>> startSynchronous(Request given) {
    if (!functions.describeStateMachine(given.text("stateMachineArn")).express()) {
      throw new StepFunctionsException(
          "StateMachineTypeNotSupported",
          "This operation is not supported by this type of state machine");
    }
    return functions
        .startSyncExecution(
            given.text("stateMachineArn"), given.optional("name"), given.or("input", "{}"))
        .thenApply(ExecutionJson::synchronous);
  }

  private Map<String, @Nullable Object> synchronous(Request given) {
    try {
      return startSynchronous(given).toCompletableFuture().get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StepFunctionsException("ServiceUnavailable", "the wait was interrupted");
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Waits a minute for a task, as the service does; an answer without token has none. */
  private Map<String, @Nullable Object> activityTask(Request given) {
    CompletableFuture<Activities.Task> asked =
        functions
            .getActivityTask(given.text("activityArn"), given.or("workerName", ""))
            .toCompletableFuture();
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    try {
      Activities.Task task = asked.get(60, TimeUnit.SECONDS);
      body.put("taskToken", task.token());
      body.put("input", Json.write(task.input()));
    } catch (TimeoutException none) {
      asked.cancel(false);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
    return body;
  }

  private Map<String, @Nullable Object> listedActivities(Request given) {
    List<@Nullable Object> listed = new ArrayList<>();
    functions
        .listActivities()
        .forEach(
            (arn, created) -> {
              Map<String, @Nullable Object> activity = date("creationDate", created);
              activity.put("activityArn", arn);
              activity.put("name", arn.substring(arn.lastIndexOf(':') + 1));
              listed.add(activity);
            });
    return given.page("activities", listed, 100);
  }

  private Map<String, @Nullable Object> listedExecutions(Request given) {
    List<@Nullable Object> executions = new ArrayList<>();
    functions
        .listExecutions(given.text("stateMachineArn"), given.optional("statusFilter"))
        .forEach(view -> executions.add(ExecutionJson.listed(view)));
    return given.page("executions", executions, 100);
  }

  private Map<String, @Nullable Object> history(Request given) {
    List<HistoryEvent> happened = new ArrayList<>(functions.history(given.text("executionArn")));
    if (given.flag("reverseOrder", false)) {
      java.util.Collections.reverse(happened);
    }
    List<@Nullable Object> events = new ArrayList<>();
    boolean withData = given.flag("includeExecutionData", true);
    happened.forEach(event -> events.add(event.toJson(withData)));
    return given.page("events", events, 100);
  }

  private static Map<String, @Nullable Object> date(String name, @Nullable Instant time) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put(name, ExecutionJson.seconds(time));
    return body;
  }
}
