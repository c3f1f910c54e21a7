package io.eventwright.local.states.corpus;

import io.eventwright.local.states.StepFunctions;
import io.eventwright.local.states.StepFunctionsException;
import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.task.TaskTarget;
import io.eventwright.local.states.time.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was around the recorded execution: functions, queues, topics, other machines, listeners. */
final class Surroundings {
  private static final int HEARTBEATS = 10;

  private final Map<String, @Nullable Object> known;
  private final RecordedServices services;
  private @Nullable StepFunctions functions;

  Surroundings(Recording recording, Timeline timeline) {
    known = object(object(all()).get(recording.test()));
    List<@Nullable Object> queues = Json.asArray(recording.object("resources").get("queues"));
    Messages messages =
        new Messages(
            strings(queues), strings(known.get("missingTopics")), timeline, this::received);
    services = new RecordedServices(new RecordedFunctions(recording, timeline), messages, timeline);
  }

  private static Object all() {
    try (InputStream file = Surroundings.class.getResourceAsStream("surroundings.json")) {
      if (file == null) {
        throw new IllegalStateException("surroundings.json is missing");
      }
      return parsed(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Object parsed(String text) {
    Object json = Json.parse(text);
    return json == null ? Map.of() : json;
  }

  private static Map<String, @Nullable Object> object(@Nullable Object value) {
    Map<String, @Nullable Object> object = Json.asObject(value);
    return object == null ? Map.of() : object;
  }

  private static List<String> strings(@Nullable Object value) {
    List<@Nullable Object> list = Json.asArray(value);
    return list == null ? List.of() : list.stream().map(String::valueOf).toList();
  }

  TaskTarget services() {
    return services;
  }

  /** Makes the machines that were there, from the corpus's own definitions. */
  void join(StepFunctions stepFunctions, List<Recording> corpus) {
    functions = stepFunctions;
    object(known.get("machines"))
        .forEach(
            (name, comment) ->
                corpus.stream()
                    .map(recording -> recording.object("definition"))
                    .filter(definition -> String.valueOf(comment).equals(definition.get("Comment")))
                    .findFirst()
                    .ifPresent(
                        definition ->
                            stepFunctions.createStateMachine(
                                name,
                                Json.write(definition),
                                "arn:aws:iam::111111111111:role/recorded",
                                false)));
  }

  private void received(String text) {
    try {
      answer(text);
    } catch (StepFunctionsException tooLate) {
      // Whoever listens is told that nobody waits any more, and leaves it at that.
    } catch (IllegalArgumentException noMessage) {
      // Nor does it answer what it cannot read.
    }
  }

  private void answer(String text) {
    Map<String, @Nullable Object> message = text.startsWith("{") ? object(parsed(text)) : Map.of();
    String token = String.valueOf(message.get("TaskToken"));
    StepFunctions service = functions;
    if (service == null || !message.containsKey("TaskToken")) {
      return;
    }
    String listener = String.valueOf(known.get("listener"));
    if (listener.startsWith("heartbeats")) {
      for (int i = 0; i < HEARTBEATS; i++) {
        service.sendTaskHeartbeat(token);
      }
    }
    switch (listener) {
      case "success", "heartbeats-and-success" ->
          service.sendTaskSuccess(token, Json.write(message.get("Message")));
      case "heartbeats-and-echo" -> service.sendTaskSuccess(token, text);
      case "empty-success" -> service.sendTaskSuccess(token, "{}");
      case "failure" -> service.sendTaskFailure(token, "Failure error", "Failure cause");
      case "empty-failure" -> service.sendTaskFailure(token, null, null);
      default -> {}
    }
  }
}
