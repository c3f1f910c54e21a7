package io.eventwright.local.states.corpus;

import io.eventwright.local.states.ExecutionView;
import io.eventwright.local.states.StepFunctions;
import io.eventwright.local.states.StepFunctionsException;
import io.eventwright.local.states.history.HistoryEvent;
import io.eventwright.local.states.json.Json;
import io.eventwright.local.states.time.VirtualTimeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs one recording's definition on its input and says what came out differently. */
final class Replay {
  /** Many times what the slowest takes on a busy machine: only what hangs is given up. */
  private static final long PATIENCE_SECONDS = 120;

  private Replay() {}

  /**
   * The first difference, for a person, or null when there is none. Whatever the recording holds
   * and whatever it makes the interpreter do, this ends and says so.
   */
  static @Nullable String difference(Recording recording, List<Recording> corpus) {
    if (recording.problem() != null) {
      return "unreadable: " + recording.problem();
    }
    FutureTask<@Nullable String> replay = new FutureTask<>(() -> replayed(recording, corpus));
    Thread thread = new Thread(replay, "replay " + recording.name());
    thread.setDaemon(true);
    thread.start();
    try {
      return replay.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException endless) {
      return "did not end";
    } catch (ExecutionException thrown) {
      return "threw " + thrown.getCause();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static @Nullable String replayed(Recording recording, List<Recording> corpus) {
    VirtualTimeline timeline = new VirtualTimeline(recording.recorded());
    Surroundings surroundings = new Surroundings(recording, timeline);
    try (StepFunctions functions =
        new StepFunctions(
            "us-east-1", "111111111111", timeline, surroundings.services(), new Random(1))) {
      surroundings.join(functions, corpus);
      String machine =
          functions
              .createStateMachine(
                  "recorded",
                  Json.write(recording.json().get("definition")),
                  "arn:aws:iam::111111111111:role/recorded",
                  false)
              .arn();
      String arn = functions.startExecution(machine, null, Json.write(recording.input())).arn();
      timeline.runUntilIdle();
      return difference(recording, functions, arn);
    } catch (StepFunctionsException refused) {
      return "refused: " + refused.getMessage();
    }
  }

  private static @Nullable String difference(
      Recording recording, StepFunctions functions, String arn) {
    ExecutionView view = functions.describeExecution(arn);
    Map<String, @Nullable Object> expected = recording.object("expected");
    List<String> recorded = EventSequence.recorded(recording.array("events"));
    List<String> actual = EventSequence.actual(functions.history(arn));
    String shown = System.getProperty("asl.show");
    if (shown != null && recording.name().contains(shown)) {
      System.out.println(recording.name() + "\n  " + recorded + "\n  " + actual);
      System.out.println("  " + Json.write(expected) + "\n  " + view);
    }
    List<String> differences = new ArrayList<>();
    if (!view.status().equals(expected.get("status"))) {
      differences.add("status " + view.status());
    }
    if (expected.containsKey("output")
        && (view.output() == null
            || !Comparison.equal(expected.get("output"), Json.parse(view.output())))) {
      differences.add("output " + view.output());
    }
    if (!Comparison.equal(expected.get("error"), view.error())) {
      differences.add("error " + view.error());
    }
    if (!Comparison.equal(expected.get("cause"), view.cause())) {
      differences.add("cause " + view.cause());
    }
    if (!EventSequence.same(recorded, actual)) {
      differences.add("events " + actual);
    }
    String outputs = stateOutputs(recording, functions.history(arn));
    if (outputs != null) {
      differences.add(outputs);
    }
    return differences.isEmpty() ? null : String.join("; ", differences);
  }

  /** Every recorded output of a state must be among ours; branches race, so in any order. */
  private static @Nullable String stateOutputs(Recording recording, List<HistoryEvent> history) {
    List<HistoryEvent> left = new ArrayList<>(history);
    left.removeIf(event -> !event.type().endsWith("StateExited"));
    for (Object recorded : recording.array("stateOutputs")) {
      if (recorded instanceof List<?> pair
          && !left.remove(
              left.stream()
                  .filter(event -> String.valueOf(pair.get(0)).equals(event.stateName()))
                  .filter(event -> Comparison.equal(pair.get(1), output(event)))
                  .findFirst()
                  .orElse(null))) {
        return "no output of state " + pair.get(0) + " is " + Json.write(pair.get(1));
      }
    }
    return null;
  }

  private static @Nullable Object output(HistoryEvent event) {
    return Json.parse(String.valueOf(event.details().get("output")));
  }
}
