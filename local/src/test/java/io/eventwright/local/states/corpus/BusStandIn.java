package io.eventwright.local.states.corpus;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.time.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes events whose detail is an object; one that is refused fails the task. */
final class BusStandIn {
  private static final List<String> REQUIRED = List.of("Source", "DetailType", "Detail");

  private BusStandIn() {}

  static TaskOutcome put(Map<String, @Nullable Object> arguments, Timeline timeline) {
    List<@Nullable Object> results = new ArrayList<>();
    int failed = 0;
    List<@Nullable Object> entries = Json.asArray(arguments.get("Entries"));
    for (Object entry : entries == null ? List.of() : entries) {
      Map<String, @Nullable Object> result = new LinkedHashMap<>();
      Map<?, ?> event = (Map<?, ?>) entry;
      String missing =
          REQUIRED.stream().filter(name -> event.get(name) == null).findFirst().orElse(null);
      if (missing != null) {
        failed++;
        result.put("ErrorCode", "InvalidArgument");
        result.put(
            "ErrorMessage",
            "Parameter %s is not valid. Reason: %s is a required argument."
                .formatted(missing, missing));
      } else if (isObject(event.get("Detail"))) {
        result.put("EventId", UUID.randomUUID().toString());
      } else {
        failed++;
        result.put("ErrorCode", "MalformedDetail");
        result.put("ErrorMessage", "Detail is malformed.");
      }
      results.add(result);
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("Entries", results);
    answer.put("FailedEntryCount", failed);
    return failed == 0
        ? new TaskOutcome.Succeeded(
            RecordedServices.answer(
                "application/x-amz-json-1.1", Json.size(answer), answer, timeline))
        : new TaskOutcome.Failed("EventBridge.FailedEntry", Json.write(answer));
  }

  private static boolean isObject(@Nullable Object detail) {
    try {
      return detail instanceof Map
          || detail instanceof String text && Json.parse(text) instanceof Map;
    } catch (IllegalArgumentException notJson) {
      return false;
    }
  }
}
