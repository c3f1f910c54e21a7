package io.eventwright.local.states.history;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param id counted from 1
 * @param previousEventId the event that led to it, 0 for the first
 * @param time when
 * @param type the service's event type, e.g. {@code TaskStateEntered}
 * @param details the service's details of that type; empty when it has none
 */
public record HistoryEvent(
    long id,
    long previousEventId,
    Instant time,
    String type,
    Map<String, @Nullable Object> details) {

  /** The name of the state that was entered or left, or null. */
  public @Nullable String stateName() {
    return isState() && details.get("name") instanceof String name ? name : null;
  }

  private boolean isState() {
    return type.endsWith("StateEntered") || type.endsWith("StateExited");
  }

  /** As {@code GetExecutionHistory} shows it. */
  public Map<String, @Nullable Object> toJson(boolean withData) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("timestamp", time.toEpochMilli() / 1000.0);
    json.put("type", type);
    json.put("id", id);
    json.put("previousEventId", previousEventId);
    // An end without error and cause has its details too, if empty ones.
    if (!details.isEmpty() || type.equals("ExecutionFailed") || type.equals("ExecutionAborted")) {
      Map<String, @Nullable Object> shown = new LinkedHashMap<>(details);
      if (!withData) {
        shown.keySet().removeAll(java.util.Set.of("input", "output", "parameters"));
      }
      for (String data : new String[] {"input", "output"}) {
        if (shown.get(data) != null) {
          shown.put(data + "Details", Map.of("truncated", false));
        }
      }
      json.put(detailsName(), shown);
    }
    return json;
  }

  private String detailsName() {
    if (isState()) {
      return type.endsWith("Entered") ? "stateEnteredEventDetails" : "stateExitedEventDetails";
    }
    return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "EventDetails";
  }
}
