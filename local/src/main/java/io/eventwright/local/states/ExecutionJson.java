package io.eventwright.local.states;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executions as the service's answers show them. */
final class ExecutionJson {
  private ExecutionJson() {}

  static @Nullable Double seconds(@Nullable Instant time) {
    return time == null ? null : (Double) (time.toEpochMilli() / 1000.0);
  }

  static Map<String, @Nullable Object> listed(ExecutionView view) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("executionArn", view.arn());
    json.put("stateMachineArn", view.machineArn());
    json.put("name", view.name());
    json.put("status", view.status());
    json.put("startDate", seconds(view.started()));
    put(json, "stopDate", seconds(view.stopped()));
    json.put("redriveCount", view.redrives());
    put(json, "redriveDate", seconds(view.redriven()));
    return json;
  }

  /** The answer to {@code StartSyncExecution}, which knows no redrives. */
  static Map<String, @Nullable Object> synchronous(ExecutionView view) {
    Map<String, @Nullable Object> json = described(view);
    json.keySet().removeIf(name -> name.startsWith("redrive"));
    return json;
  }

  static Map<String, @Nullable Object> described(ExecutionView view) {
    Map<String, @Nullable Object> json = listed(view);
    json.put("input", view.input());
    json.put("inputDetails", Map.of("included", true));
    if (view.output() != null) {
      json.put("output", view.output());
      json.put("outputDetails", Map.of("included", true));
    }
    put(json, "error", view.error());
    put(json, "cause", view.cause());
    json.put("redriveStatus", view.redrivable() ? "REDRIVABLE" : "NOT_REDRIVABLE");
    if (!view.redrivable()) {
      json.put("redriveStatusReason", "Execution is " + view.status() + " and cannot be redriven");
    }
    return json;
  }

  private static void put(Map<String, @Nullable Object> json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
