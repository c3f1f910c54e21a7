package io.eventwright.local.states;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.run.Execution;
import io.eventwright.local.states.task.SdkMetadata;
import io.eventwright.local.states.task.TaskCall;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.task.TaskResource.Pattern;
import io.eventwright.local.states.task.TaskTarget;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Tasks that call Step Functions itself: nested executions and its API. All others go on. */
final class OwnTasks implements TaskTarget {
  private static final String NESTED = "states";
  private static final String SDK = "aws-sdk:sfn";

  private final StepFunctions functions;
  private final TaskTarget others;
  private final OwnRights rights;

  OwnTasks(StepFunctions functions, TaskTarget others, OwnRights rights) {
    this.functions = functions;
    this.others = others;
    this.rights = rights;
  }

  private static boolean isOwn(TaskCall call) {
    String service = call.resource().service();
    return service.equals(NESTED) || service.equals(SDK);
  }

  @Override
  public boolean livesOnTimeline(TaskCall call) {
    return isOwn(call) || others.livesOnTimeline(call);
  }

  @Override
  public CompletionStage<TaskOutcome> call(TaskCall call) {
    if (!isOwn(call)) {
      return others.call(call);
    }
    Map<String, @Nullable Object> arguments = Json.asObject(call.arguments());
    Map<String, @Nullable Object> given = arguments == null ? Map.of() : arguments;
    try {
      if (call.resource().service().equals(NESTED)) {
        return nested(call, given);
      }
      rights.toCall(call, given);
      if (call.resource().action().equals("startSyncExecution")) {
        // The line of work goes on meanwhile, where the endpoint's caller would wait.
        return new StepFunctionsEndpoint(functions)
            .startSynchronous(new Request(request(given)))
            .thenApply(answer -> new TaskOutcome.Succeeded(asTheSdk(answer)));
      }
      return CompletableFuture.completedFuture(sdk(call.resource().action(), given));
    } catch (StepFunctionsException refused) {
      return CompletableFuture.completedFuture(refusal(call, refused));
    }
  }

  private static TaskOutcome refusal(TaskCall call, StepFunctionsException refused) {
    String id = UUID.randomUUID().toString();
    // What an API's own errors do not name has the client's name.
    boolean denied = refused.type().equals("AccessDenied");
    String exception = refused.type().replaceAll("Exception$", "") + "Exception";
    return call.resource().service().equals(SDK)
        ? new TaskOutcome.Failed(
            denied ? "Sfn.SfnException" : "Sfn." + exception,
            refused.getMessage()
                + " (Service: Sfn, Status Code: 400, Request ID: "
                + id
                + ") (SDK Attempt Count: 1)")
        : new TaskOutcome.Failed(
            denied ? "StepFunctions.AWSStepFunctionsException" : "StepFunctions." + exception,
            refused.getMessage()
                + " (Service: AWSStepFunctions; Status Code: 400; Error Code: "
                + refused.type()
                + (denied ? "Exception" : "")
                + "; Request ID: "
                + id
                + "; Proxy: null)");
  }

  private static Map<String, @Nullable Object> request(Map<String, @Nullable Object> arguments) {
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    arguments.forEach(
        (name, value) -> {
          if (value != null) {
            // The SDK's parameters are strings where the state has JSON.
            request.put(
                decapitalised(name),
                value instanceof Map || value instanceof List ? Json.write(value) : value);
          }
        });
    return request;
  }

  private TaskOutcome sdk(String action, Map<String, @Nullable Object> arguments) {
    String operation = Character.toUpperCase(action.charAt(0)) + action.substring(1);
    StepFunctionsEndpoint.Answer answer =
        new StepFunctionsEndpoint(functions).perform(operation, request(arguments));
    return new TaskOutcome.Succeeded(asTheSdk(answer.body()));
  }

  /** The API's answer as its SDK shows it: names begin with a capital, dates are texts. */
  private static @Nullable Object asTheSdk(@Nullable Object value) {
    List<@Nullable Object> items = Json.asArray(value);
    if (items != null) {
      return items.stream().map(OwnTasks::asTheSdk).toList();
    }
    Map<String, @Nullable Object> object = Json.asObject(value);
    if (object == null) {
      return value;
    }
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    object.forEach(
        (name, member) ->
            result.put(
                Character.toUpperCase(name.charAt(0)) + name.substring(1),
                isTime(name) && member instanceof Number seconds
                    ? Instant.ofEpochMilli(Math.round(seconds.doubleValue() * 1000)).toString()
                    : asTheSdk(member)));
    return result;
  }

  private static boolean isTime(String name) {
    return name.endsWith("Date") || name.equals("timestamp");
  }

  private static String decapitalised(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private CompletionStage<TaskOutcome> nested(
      TaskCall call, Map<String, @Nullable Object> arguments) {
    if (!call.resource().action().equals("startExecution")) {
      throw new StepFunctionsException(
          "UnknownOperation", "no integration " + call.resource().arn());
    }
    String machine = String.valueOf(arguments.get("StateMachineArn"));
    Object input = arguments.get("Input");
    Object given = arguments.get("Name");
    String name = given == null ? UUID.randomUUID().toString() : given.toString();
    rights.toStart(call, machine, name);
    Execution execution =
        functions.start(
            machine,
            name,
            input == null ? "{}" : input instanceof String text ? text : Json.write(input));
    Map<String, @Nullable Object> started = new LinkedHashMap<>();
    started.put("ExecutionArn", execution.identity().arn());
    started.put("StartDate", execution.started().toEpochMilli());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("connection", "keep-alive");
    headers.put("Content-Length", String.valueOf(wireLength(execution)));
    headers.put("Content-Type", "application/x-amz-json-1.0");
    Map<String, @Nullable Object> answer =
        SdkMetadata.with(started, headers, functions.timeline().now());
    if (call.resource().pattern() == Pattern.REQUEST_RESPONSE
        || call.resource().pattern() == Pattern.WAIT_FOR_TASK_TOKEN) {
      return CompletableFuture.completedFuture(new TaskOutcome.Succeeded(answer));
    }
    call.submitted().with(answer);
    CompletableFuture<TaskOutcome> ended = new CompletableFuture<>();
    boolean asJson = call.resource().pattern() == Pattern.SYNC_2;
    // A parent that goes no further, because it was stopped or timed out, takes its child along.
    ended.whenComplete(
        (outcome, failure) -> {
          if (ended.isCancelled() && rights.toStop(call, execution.identity().arn())) {
            execution.stop("States.TaskFailed", "The task that started it was abandoned.");
          }
        });
    execution.whenClosed(closed -> ended.complete(outcome(ExecutionView.of(closed), asJson)));
    return ended;
  }

  private static int wireLength(Execution execution) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("executionArn", execution.identity().arn());
    body.put("startDate", execution.started().toEpochMilli() / 1000.0);
    return Json.size(body);
  }

  private static TaskOutcome outcome(ExecutionView view, boolean asJson) {
    Map<String, @Nullable Object> described = new TreeMap<>();
    described.put("ExecutionArn", view.arn());
    described.put("StateMachineArn", view.machineArn());
    described.put("Name", view.name());
    described.put("Status", view.status());
    described.put("StartDate", view.started().toEpochMilli());
    described.put("StopDate", view.stopped() == null ? null : view.stopped().toEpochMilli());
    described.put("Input", asJson ? Json.parse(view.input()) : view.input());
    described.put("InputDetails", Map.of("Included", true));
    described.put("RedriveCount", view.redrives());
    described.put("RedriveStatus", view.redrivable() ? "REDRIVABLE" : "NOT_REDRIVABLE");
    if (!view.redrivable()) {
      described.put(
          "RedriveStatusReason", "Execution is " + view.status() + " and cannot be redriven");
    }
    if (view.output() != null) {
      described.put("Output", asJson ? Json.parse(view.output()) : view.output());
      described.put("OutputDetails", Map.of("Included", true));
      return new TaskOutcome.Succeeded(new LinkedHashMap<>(described));
    }
    if (view.error() != null) {
      described.put("Error", view.error());
    }
    if (view.cause() != null) {
      described.put("Cause", view.cause());
    }
    return new TaskOutcome.Failed("States.TaskFailed", Json.write(described));
  }
}
