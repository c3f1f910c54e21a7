package io.eventwright.local.states.run;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.task.TaskResource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The events of one task; those of a function named by its ARN have types of their own. */
final class TaskEvents {
  private final Flow flow;
  private final TaskResource resource;
  private final String prefix;

  TaskEvents(Flow flow, TaskResource resource) {
    this.flow = flow;
    this.resource = resource;
    this.prefix =
        switch (resource.kind()) {
          case FUNCTION -> "LambdaFunction";
          case ACTIVITY -> "Activity";
          case INTEGRATION -> "Task";
        };
  }

  private Map<String, @Nullable Object> identity() {
    Map<String, @Nullable Object> details = new LinkedHashMap<>();
    if (resource.kind() == TaskResource.Kind.INTEGRATION) {
      details.put("resourceType", resource.service());
      details.put("resource", resource.action() + resource.pattern().suffix());
    }
    return details;
  }

  void scheduled(@Nullable Object arguments, @Nullable Number timeout, @Nullable Number heartbeat) {
    Map<String, @Nullable Object> details = identity();
    if (resource.kind() == TaskResource.Kind.INTEGRATION) {
      details.put("region", region());
      details.put("parameters", Json.write(arguments));
    } else {
      details.put("resource", resource.arn());
      details.put("input", Json.write(arguments));
    }
    if (timeout != null) {
      details.put("timeoutInSeconds", timeout.longValue());
    }
    if (heartbeat != null) {
      details.put("heartbeatInSeconds", heartbeat.longValue());
    }
    flow.record(prefix + "Scheduled", details);
  }

  private String region() {
    String[] parts = flow.execution().identity().arn().split(":");
    return parts.length > 3 ? parts[3] : "";
  }

  void started(@Nullable String worker) {
    Map<String, @Nullable Object> details = identity();
    if (worker != null) {
      details.put("workerName", worker);
    }
    flow.record(prefix + "Started", details);
  }

  void submitted(@Nullable Object answer) {
    if (resource.kind() == TaskResource.Kind.INTEGRATION) {
      Map<String, @Nullable Object> details = identity();
      details.put("output", Json.write(answer));
      flow.record("TaskSubmitted", details);
    }
  }

  void submitFailed(@Nullable String error, @Nullable String cause) {
    end("TaskSubmitFailed", error, cause);
  }

  void succeeded(@Nullable Object output) {
    Map<String, @Nullable Object> details = identity();
    details.put("output", Json.write(output));
    flow.record(prefix + "Succeeded", details);
  }

  void failed(@Nullable String error, @Nullable String cause) {
    end(prefix + "Failed", error, cause);
  }

  void timedOut() {
    end(prefix + "TimedOut", "States.Timeout", null);
  }

  private void end(String type, @Nullable String error, @Nullable String cause) {
    Map<String, @Nullable Object> details = identity();
    details.putAll(Execution.failure(error, cause));
    flow.record(type, details);
  }
}
