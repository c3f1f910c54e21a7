package io.eventwright.local.states.corpus;

import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.task.TaskOutcome;
import io.eventwright.local.states.time.Timeline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The functions that the recordings call, each doing what the corpus says it does. */
final class RecordedFunctions {
  private final Map<String, String> handlers = new LinkedHashMap<>();
  private final Timeline timeline;

  RecordedFunctions(Recording recording, Timeline timeline) {
    this.timeline = timeline;
    Map<String, @Nullable Object> lambdas =
        Json.asObject(recording.object("resources").get("lambdas"));
    if (lambdas != null) {
      lambdas.forEach(
          (name, lambda) -> {
            Map<String, @Nullable Object> known = Json.asObject(lambda);
            String file = String.valueOf(known == null ? null : known.get("handler_file"));
            handlers.put(name, file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.py$", ""));
          });
    }
  }

  boolean exists(String name) {
    return handlers.containsKey(name);
  }

  /**
   * Calls a function.
   *
   * @param then gets what it returned, or the text of its error as the service shows it
   */
  void call(String name, @Nullable Object payload, Consumer<TaskOutcome> then) {
    switch (String.valueOf(handlers.get(name))) {
      case "id_function" -> then.accept(new TaskOutcome.Succeeded(payload));
      case "echo_function" ->
          then.accept(new TaskOutcome.Succeeded(Map.of("Return", "HelloWorld")));
      case "raise_exception" -> then.accept(raised("Exception", "Some exception was raised."));
      case "raise_custom_exception" -> then.accept(raised("CustomException", ""));
      case "large_output_string" -> then.accept(new TaskOutcome.Succeeded("a".repeat(257 * 1024)));
      // The runtime writes bytes as the string they are, quotes and all.
      case "return_bytes_str" -> then.accept(new TaskOutcome.Succeeded("\"HelloWorld!\""));
      case "return_decorated_input" ->
          then.accept(new TaskOutcome.Succeeded("input-event-" + PythonText.of(payload)));
      case "wait_60_seconds" ->
          timeline.schedule(
              Duration.ofSeconds(60), () -> then.accept(new TaskOutcome.Succeeded(payload)));
      default ->
          then.accept(
              new TaskOutcome.Failed("Unsupported", "the corpus does not say what it does"));
    }
  }

  private static TaskOutcome raised(String type, String message) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("errorMessage", message);
    error.put("errorType", type);
    error.put("requestId", UUID.randomUUID().toString());
    error.put("stackTrace", List.of());
    return new TaskOutcome.Failed(type, Json.write(error));
  }
}
