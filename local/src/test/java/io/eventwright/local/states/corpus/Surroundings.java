package io.eventwright.local.states.corpus;

import io.eventwright.local.states.StepFunctions;
import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.task.TaskTarget;
import io.eventwright.local.states.time.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was around the recorded execution: functions, queues, topics. */
final class Surroundings {
  private final RecordedServices services;
  private @Nullable StepFunctions functions;

  Surroundings(Recording recording, Timeline timeline) {
    List<@Nullable Object> queues = Json.asArray(recording.object("resources").get("queues"));
    Messages messages =
        new Messages(
            queues == null ? List.of() : queues.stream().map(String::valueOf).toList(),
            List.of(),
            timeline,
            this::received);
    services = new RecordedServices(new RecordedFunctions(recording, timeline), messages, timeline);
  }

  TaskTarget services() {
    return services;
  }

  void join(StepFunctions stepFunctions) {
    functions = stepFunctions;
  }

  private void received(String body) {}
}
