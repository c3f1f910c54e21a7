package io.eventwright.local.orchestration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.container.ContainerTasks;
import io.eventwright.local.function.FunctionDefinition;
import io.eventwright.local.function.FunctionHost;
import io.eventwright.local.function.InvocationResult;
import io.eventwright.local.gateway.AwsFault;
import io.eventwright.local.gateway.AwsRequest;
import io.eventwright.local.gateway.AwsResponse;
import io.eventwright.local.gateway.AwsService;
import io.eventwright.local.iam.Permissions;
import io.eventwright.local.json.Json;
import io.eventwright.local.lambda.LambdaFunctions;
import io.eventwright.local.states.task.TaskCall;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.task.TaskTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What tasks call: functions, containers, and the services with JSON protocol through the endpoint,
 * so that filters and permissions hold for state machines too.
 */
public final class ServiceTasks implements TaskTarget {

  /** Service in a resource, its JSON target, its name in an optimised integration's errors. */
  private record Service(String target, String signing, String errors, String sdkErrors) {}

  private static final String RUN_TASK = "arn:aws:states:::ecs:runTask.sync";

  private static final Map<String, Service> SERVICES =
      Map.of(
          "dynamodb", new Service("DynamoDB_20120810", "dynamodb", "DynamoDB", "DynamoDb"),
          "sqs", new Service("AmazonSQS", "sqs", "SQS", "Sqs"),
          "events", new Service("AWSEvents", "events", "EventBridge", "EventBridge"),
          "eventbridge", new Service("AWSEvents", "events", "EventBridge", "EventBridge"));

  private final LambdaFunctions functions;
  private final ContainerTasks containers;
  private final AwsService endpoint;
  private final Permissions permissions;

  /** Functions, containers, and the endpoint for everything else. */
  public ServiceTasks(
      LambdaFunctions functions,
      ContainerTasks containers,
      AwsService endpoint,
      Permissions permissions) {
    this.functions = functions;
    this.containers = containers;
    this.endpoint = endpoint;
    this.permissions = permissions;
  }

  @Override
  public CompletionStage<TaskOutcome> call(TaskCall call) {
    if (call.resource().arn().equals(RUN_TASK)) {
      return containers.run(
          call,
          MachineRights.caller(call.executionArn()),
          (ObjectNode) Json.toTree(call.arguments() == null ? Map.of() : call.arguments()));
    }
    CompletableFuture<TaskOutcome> outcome = new CompletableFuture<>();
    try {
      outcome.complete(perform(call));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      outcome.completeExceptionally(e);
    } catch (IOException | RuntimeException e) {
      outcome.complete(new TaskOutcome.Failed("States.TaskFailed", String.valueOf(e)));
    }
    return outcome;
  }

  private TaskOutcome perform(TaskCall call) throws IOException, InterruptedException {
    JsonNode arguments = Json.toTree(call.arguments() == null ? Map.of() : call.arguments());
    return switch (call.resource().kind()) {
      case FUNCTION -> function(call, call.resource().service(), arguments, false);
      case INTEGRATION ->
          call.resource().service().equals("lambda")
              ? function(
                  call,
                  arguments.path("FunctionName").asText(),
                  arguments.path("Payload"),
                  !arguments.path("InvocationType").asText().equals("Event"))
              : service(call, (ObjectNode) arguments);
      case ACTIVITY -> new TaskOutcome.Failed("States.TaskFailed", "activities are not called");
    };
  }

  /** With {@code wrapped} as the integration answers, else as the function does. */
  private TaskOutcome function(TaskCall call, String reference, JsonNode payload, boolean wrapped)
      throws InterruptedException {
    FunctionDefinition function = functions.find(reference);
    if (function == null) {
      return new TaskOutcome.Failed(
          "Lambda.ResourceNotFoundException", "Function not found: " + reference);
    }
    InvocationResult result;
    try {
      permissions.require(
          MachineRights.caller(call.executionArn()), "lambda:InvokeFunction", function.arn());
      result =
          functions.invoke(function, Json.bytes(payload.isMissingNode() ? Json.object() : payload));
    } catch (AwsFault e) {
      return new TaskOutcome.Failed("Lambda.AWSLambdaException", String.valueOf(e.getMessage()));
    } catch (FunctionHost.Throttled e) {
      return new TaskOutcome.Failed("Lambda.TooManyRequestsException", e.getMessage());
    }
    if (result.failed()) {
      String type = Json.parse(result.payload()).path("errorType").asText("Lambda.Unknown");
      return new TaskOutcome.Failed(type, new String(result.payload(), StandardCharsets.UTF_8));
    }
    Object answer =
        result.payload().length == 0 ? null : Json.toPlain(Json.parse(result.payload()));
    if (!wrapped) {
      return new TaskOutcome.Succeeded(answer);
    }
    java.util.Map<String, @Nullable Object> response = new java.util.LinkedHashMap<>();
    response.put("ExecutedVersion", "$LATEST");
    response.put("Payload", answer);
    response.put("StatusCode", 200);
    return new TaskOutcome.Succeeded(response);
  }

  private TaskOutcome service(TaskCall call, ObjectNode arguments)
      throws IOException, InterruptedException {
    String name = call.resource().service();
    boolean sdk = name.startsWith("aws-sdk:");
    Service service = SERVICES.get(sdk ? name.substring("aws-sdk:".length()) : name);
    if (service == null) {
      return new TaskOutcome.Failed(
          "States.TaskFailed", "the local cloud has no integration " + call.resource().arn());
    }
    String action = call.resource().action();
    String operation = action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1);
    if (!sdk) {
      asText(arguments, "MessageBody");
      arguments.path("Entries").forEach(entry -> asText((ObjectNode) entry, "Detail"));
    }
    AwsResponse response =
        endpoint.handle(
            AwsRequest.json(
                service.target() + "." + operation,
                service.signing(),
                MachineRights.caller(call.executionArn()),
                arguments));
    ObjectNode answer = response.json();
    if (!response.succeeded()) {
      String type = answer.path("__type").asText("Unknown");
      String error = type.substring(type.lastIndexOf('#') + 1);
      return new TaskOutcome.Failed(
          (sdk ? service.sdkErrors() : service.errors()) + "." + error,
          answer.path(answer.has("message") ? "message" : "Message").asText());
    }
    if (!sdk && answer.path("FailedEntryCount").asInt() > 0) {
      return new TaskOutcome.Failed("EventBridge.FailedEntry", Json.write(answer));
    }
    return new TaskOutcome.Succeeded(Json.toPlain(answer));
  }

  /** An optimised integration turns JSON into the text that the service wants. */
  private static void asText(ObjectNode arguments, String name) {
    JsonNode value = arguments.get(name);
    if (value != null && value.isContainerNode()) {
      arguments.put(name, Json.write(value));
    }
  }
}
