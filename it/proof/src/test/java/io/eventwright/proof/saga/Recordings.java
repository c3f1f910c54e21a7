package io.eventwright.proof.saga;

import io.eventwright.local.states.ExecutionView;
import io.eventwright.local.states.history.HistoryEvent;
import io.eventwright.local.states.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What executions of one definition did here, for another engine to do the same: what each task was
 * asked and answered, the states with their inputs, and the end. {@code .ci/asl/compare.js} reads
 * it.
 */
final class Recordings {
  private final String name;
  private final String definition;
  private final List<Object> runs = new ArrayList<>();

  /**
   * For one definition.
   *
   * @param definition with everything substituted, as it was run
   */
  Recordings(String name, String definition) {
    this.name = name;
    this.definition = definition;
  }

  /** Takes down an execution that has come to its end, or stands still. */
  void add(String what, ExecutionView view, List<HistoryEvent> history) {
    Map<Long, HistoryEvent> events = new LinkedHashMap<>();
    history.forEach(event -> events.put(event.id(), event));
    Map<String, @Nullable Object> run = new LinkedHashMap<>();
    run.put("what", what);
    run.put("execution", Map.of("Id", view.arn(), "Name", view.name()));
    run.put("input", Json.parse(view.input()));
    run.put("status", view.status());
    run.put("output", view.output() == null ? null : Json.parse(view.output()));
    run.put("error", view.error());
    run.put("cause", view.cause());
    run.put("entered", entered(history));
    run.put("answers", answers(history, events));
    run.put("failedBlocks", List.copyOf(failedBlocks(history, events)));
    runs.add(run);
  }

  /** Writes all that was added. */
  void write() throws IOException {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("definition", Json.parse(definition));
    all.put("startTime", Stage.START.toString());
    all.put("runs", runs);
    Generated.forOthers(name + ".runs.json", Json.write(all));
  }

  private static List<Object> entered(List<HistoryEvent> history) {
    List<Object> entered = new ArrayList<>();
    for (HistoryEvent event : history) {
      if (event.type().endsWith("StateEntered")) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("state", event.stateName());
        state.put("input", json(event, "input"));
        entered.add(state);
      }
    }
    return entered;
  }

  /** Each attempt of each task, in the order in which they ended. */
  private static List<Object> answers(List<HistoryEvent> history, Map<Long, HistoryEvent> events) {
    List<Object> answers = new ArrayList<>();
    for (HistoryEvent event : history) {
      boolean succeeded = event.type().equals("TaskSucceeded");
      if (succeeded
          || Set.of("TaskFailed", "TaskTimedOut", "TaskSubmitFailed").contains(event.type())) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("state", before(event, "StateEntered", events).stateName());
        answer.put("arguments", json(before(event, "TaskScheduled", events), "parameters"));
        if (succeeded) {
          answer.put("output", json(event, "output"));
        } else {
          answer.put("error", event.details().get("error"));
          answer.put("cause", event.details().get("cause"));
        }
        answers.add(answer);
      }
    }
    return answers;
  }

  /** The branching states that one of their flows has ended before the others. */
  private static Set<String> failedBlocks(
      List<HistoryEvent> history, Map<Long, HistoryEvent> events) {
    Set<String> blocks = new TreeSet<>();
    for (HistoryEvent event : history) {
      if (Set.of("ParallelStateFailed", "MapStateFailed").contains(event.type())) {
        blocks.add(String.valueOf(before(event, "StateEntered", events).stateName()));
      }
    }
    return blocks;
  }

  private static HistoryEvent before(
      HistoryEvent event, String type, Map<Long, HistoryEvent> events) {
    HistoryEvent each = event;
    while (!each.type().endsWith(type)) {
      each = Objects.requireNonNull(events.get(each.previousEventId()), () -> "no " + type);
    }
    return each;
  }

  private static @Nullable Object json(HistoryEvent event, String name) {
    return event.details().get(name) instanceof String text ? Json.parse(text) : null;
  }
}
