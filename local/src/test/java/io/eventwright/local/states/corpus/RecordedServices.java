package io.eventwright.local.states.corpus;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.task.SdkMetadata;
import io.eventwright.local.states.task.TaskCall;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.task.TaskResource;
import io.eventwright.local.states.task.TaskTarget;
import io.eventwright.local.states.time.Timeline;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Stand-ins for the services that the recordings call: each does what the service would do with the
 * request, and knows nothing of what was recorded. What none stands for fails as unsupported.
 */
final class RecordedServices implements TaskTarget {
  private final RecordedFunctions functions;
  private final Messages messages;
  private final Timeline timeline;

  RecordedServices(RecordedFunctions functions, Messages messages, Timeline timeline) {
    this.functions = functions;
    this.messages = messages;
    this.timeline = timeline;
  }

  @Override
  public boolean livesOnTimeline(TaskCall call) {
    return true;
  }

  @Override
  public CompletionStage<TaskOutcome> call(TaskCall call) {
    TaskResource resource = call.resource();
    CompletableFuture<TaskOutcome> ended = new CompletableFuture<>();
    if (resource.kind() == TaskResource.Kind.FUNCTION) {
      functions.call(nameOf(resource.arn()), call.arguments(), ended::complete);
      return ended;
    }
    Map<String, @Nullable Object> arguments = Json.asObject(call.arguments());
    Map<String, @Nullable Object> given = arguments == null ? Map.of() : arguments;
    switch (resource.service() + ":" + resource.action()) {
      case "lambda:invoke" -> invoke(given, ended);
      case "sqs:sendMessage" -> ended.complete(messages.send(given));
      case "sns:publish" -> ended.complete(messages.publish(given));
      case "events:putEvents" -> ended.complete(BusStandIn.put(given, timeline));
      case "aws-sdk:secretsmanager:createSecret" -> ended.complete(SecretStandIn.create(given));
      case "s3:putObject" -> ended.complete(new TaskOutcome.Succeeded(Map.of()));
      default ->
          ended.complete(
              resource.service().equals("aws-sdk:dynamodb") && TableStandIn.knows(resource.action())
                  ? TableStandIn.call(resource.action(), given)
                  : new TaskOutcome.Failed("Unsupported", "no stand-in for " + resource.arn()));
    }
    return ended;
  }

  /** A function is called by its name or by its ARN, either with a version or an alias. */
  private static String nameOf(String function) {
    int at = function.indexOf("function:");
    String name = at < 0 ? function : function.substring(at + "function:".length());
    return name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
  }

  private void invoke(
      Map<String, @Nullable Object> arguments, CompletableFuture<TaskOutcome> ended) {
    String name = nameOf(String.valueOf(arguments.get("FunctionName")));
    if (!functions.exists(name)) {
      ended.complete(
          new TaskOutcome.Failed(
              "Lambda.ResourceNotFoundException",
              "Function not found: arn:aws:lambda:us-east-1:111111111111:function:"
                  + name
                  + ":$LATEST (Service: AWSLambda; Status Code: 404; Error Code:"
                  + " ResourceNotFoundException; Request ID: "
                  + UUID.randomUUID()
                  + "; Proxy: null)"));
      return;
    }
    Object payload = arguments.get("Payload");
    // A payload that is a string is JSON text, as the service's own API takes it.
    Object event = payload instanceof String text ? Json.parse(text) : payload;
    functions.call(
        name,
        event,
        outcome ->
            ended.complete(
                outcome instanceof TaskOutcome.Succeeded succeeded
                    ? new TaskOutcome.Succeeded(
                        invoked(succeeded.output(), "Tail".equals(arguments.get("LogType"))))
                    : outcome));
  }

  private Map<String, @Nullable Object> invoked(@Nullable Object output, boolean withLog) {
    Map<String, @Nullable Object> result =
        SdkMetadata.ofInvocation(PythonJson.write(output), output, timeline.now());
    if (withLog) {
      String log = Base64.getEncoder().encodeToString("END".getBytes(StandardCharsets.UTF_8));
      result.put("LogResult", log);
      Map<String, @Nullable Object> http = Json.asObject(result.get("SdkHttpMetadata"));
      if (http != null) {
        http.put("AllHttpHeaders", and(http.get("AllHttpHeaders"), List.of(log)));
        http.put("HttpHeaders", and(http.get("HttpHeaders"), log));
      }
    }
    return result;
  }

  private static Map<String, @Nullable Object> and(@Nullable Object headers, Object log) {
    Map<String, @Nullable Object> given = Json.asObject(headers);
    Map<String, @Nullable Object> more = new LinkedHashMap<>(given == null ? Map.of() : given);
    more.put("X-Amz-Log-Result", log);
    return more;
  }

  static Map<String, @Nullable Object> answer(
      String contentType, int length, Map<String, @Nullable Object> result, Timeline timeline) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("connection", "keep-alive");
    headers.put("Content-Length", String.valueOf(length));
    headers.put("Content-Type", contentType);
    return SdkMetadata.with(result, headers, timeline.now());
  }
}
