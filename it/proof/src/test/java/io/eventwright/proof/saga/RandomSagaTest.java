package io.eventwright.proof.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.states.ExecutionView;
import io.eventwright.local.states.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The same law for sagas that nobody thought of: models and faults at random, through the real
 * checks and the real emitter.
 *
 * <p>{@code -Dsaga.models=5000} for more, {@code -Dsaga.seed=…} for others, {@code
 * -Dsaga.only=<number>} for one of them again.
 */
class RandomSagaTest {
  private static final int MODELS = Integer.getInteger("saga.models", 500);
  private static final long SEED = Long.getLong("saga.seed", 2026);

  /** Each model meets so many sets of faults. */
  private static final int RUNS = 5;

  /** And so many of a model in JSONPath are taken down for another engine to do the same. */
  private static final int RECORDED = 3;

  private final Map<String, Integer> ends = new TreeMap<>();
  private final Map<String, Integer> kinds = new TreeMap<>();
  private final List<String> broken = new CopyOnWriteArrayList<>();
  private int runs;
  private int parked;

  @Test
  @DisplayName("row 40: random sagas with random mishaps end balanced")
  void endBalanced() {
    Integer only = Integer.getInteger("saga.only");
    IntStream models = only == null ? IntStream.range(0, MODELS).parallel() : IntStream.of(only);
    models.forEach(this::model);
    System.out.printf(
        "random sagas: seed %d, %d models, %d runs, all balanced: %s; %d waited for a person; %s%n",
        SEED, MODELS, runs, ends, parked, kinds);
    assertEquals(List.of(), broken, () -> String.join("\n", broken));
    if (only == null) {
      assertTrue(ends.keySet().containsAll(Set.of("done", "undone")), ends.toString());
      assertTrue(parked > 0, "none waited for a person");
    }
  }

  private void model(int number) {
    RandomSaga saga = new RandomSaga(SEED + number);
    List<Fault> faults = List.of();
    boolean doubled = false;
    Script script = null;
    try {
      script = RandomScript.of(saga, "random-" + number);
      String definition = Stage.substituted(String.valueOf(script.definitions().get("trip")));
      Recordings recordings = new Recordings("random-" + number, definition);
      for (int run = 0; run < RUNS && broken.size() < 3; run++) {
        run(saga, script, faults, doubled, run < RECORDED ? recordings : null);
        faults = saga.faults();
        doubled = saga.doubled();
      }
      if (definition.contains("\"QueryLanguage\": \"JSONPath\"")) {
        recordings.write();
      }
    } catch (AssertionError | RuntimeException | IOException e) {
      List<Fault> few = script == null ? faults : smallest(saga, script, faults, doubled);
      broken.add(
          "-Dsaga.seed=%d -Dsaga.only=%d, %s%s: %s%n%s"
              .formatted(
                  SEED, number, few, doubled ? ", twice" : "", e.getMessage(), saga.systemYaml()));
    }
    synchronized (this) {
      saga.kinds().forEach(kind -> kinds.merge(kind, 1, Integer::sum));
    }
  }

  /** The faults without those that it breaks without. */
  private List<Fault> smallest(
      RandomSaga saga, Script script, List<Fault> faults, boolean doubled) {
    for (Fault each : faults) {
      List<Fault> fewer = new ArrayList<>(faults);
      fewer.remove(each);
      try {
        run(saga, script, fewer, doubled, null);
      } catch (AssertionError | RuntimeException e) {
        return smallest(saga, script, fewer, doubled);
      }
    }
    return faults;
  }

  private void run(
      RandomSaga saga,
      Script script,
      List<Fault> faults,
      boolean doubled,
      @Nullable Recordings recordings) {
    Stage stage = new Stage(script, faults);
    stage.start(saga.event());
    if (doubled) {
      stage.start(saga.event());
    }
    stage.run();
    if (recordings != null) {
      stage.record(faults.toString(), recordings);
    }
    stage.mend();
    for (ExecutionView view : stage.views()) {
      if (!view.status().equals("SUCCEEDED")) {
        stage.requireUnbegun(view);
        stage.functions.redriveExecution(view.arn());
      }
    }
    stage.run();
    count(balanced(saga, stage), !stage.parked.isEmpty());
  }

  private synchronized void count(String end, boolean waited) {
    parked += waited ? 1 : 0;
    ends.merge(end, 1, Integer::sum);
    runs++;
  }

  private static String balanced(RandomSaga saga, Stage stage) {
    Set<String> outcomes = new TreeSet<>();
    for (ExecutionView view : stage.views()) {
      assertEquals("SUCCEEDED", view.status(), () -> "no end: " + view);
      Map<?, ?> output = (Map<?, ?>) Json.parse(String.valueOf(view.output()));
      String outcome = String.valueOf(output == null ? null : output.get("outcome"));
      if (!outcome.equals("already-started")) {
        assertTrue(outcomes.add(outcome), () -> "twice " + outcome);
      }
    }
    assertEquals(1, outcomes.size(), () -> "one end: " + outcomes);
    String end = outcomes.iterator().next();
    Map<String, Long> expected = new TreeMap<>();
    if (end.equals("done")) {
      saga.taken().forEach(step -> expected.put(step, 1L));
    }
    Map<String, Long> books = books(stage);
    Map<String, Long> own = new TreeMap<>(books);
    own.keySet().removeIf(step -> step.contains("-undo") || step.startsWith("part/"));
    assertEquals(expected, own, () -> "the books when " + end);
    services(saga, stage, books, end);
    parts(saga, books, end);
    assertEquals(
        1,
        stage.tables.journal.stream().filter(key -> key.startsWith("log/saga-trip#")).count(),
        "its end is told once");
    return end;
  }

  /**
   * What a service did stays when the saga is done; else its undo was asked for, once. What never
   * began is not undone.
   */
  private static void services(RandomSaga saga, Stage stage, Map<String, Long> books, String end) {
    Set<String> done = new TreeSet<>();
    stage.effects.forEach(key -> done.add(key.substring(key.indexOf('/') + 1)));
    if (end.equals("done")) {
      assertEquals(new TreeSet<>(saga.served()), done, "what services did");
      return;
    }
    for (String step : done) {
      String undo = step.replaceFirst("^(s[0-9]+)", "$1-undo");
      assertEquals(-1L, books.get(undo), () -> step + " happened; its undo: " + books);
    }
    books.keySet().stream()
        .filter(step -> step.contains("-undo"))
        .map(step -> step.replace("-undo", ""))
        .filter(step -> !saga.nested().contains(step))
        .forEach(
            step ->
                assertTrue(
                    stage.begun.stream().anyMatch(key -> key.endsWith("/" + step)),
                    () -> step + " is undone and never began: " + stage.begun));
  }

  /** A saga within another is done or undone as a whole, and undone by the other's undo. */
  private static void parts(RandomSaga saga, Map<String, Long> books, String end) {
    Map<String, Set<String>> held = new TreeMap<>();
    books.forEach(
        (step, taken) -> {
          if (step.startsWith("part/")) {
            assertEquals(1L, taken, step);
            held.computeIfAbsent(step.split("/")[1], each -> new TreeSet<>()).add(step);
          }
        });
    held.forEach((part, steps) -> assertEquals(2, steps.size(), () -> "half of " + part));
    long undone =
        books.entrySet().stream()
            .filter(each -> each.getKey().matches("s[0-9]+-undo.*") && each.getValue() == -1L)
            .count();
    if (end.equals("done")) {
      assertEquals(saga.nested().size(), held.size(), "the sagas within");
      assertEquals(0, undone, () -> "nothing is undone: " + books);
    } else {
      assertTrue(held.size() <= undone, () -> held + " are undone: " + books);
    }
  }

  /** What each step has taken and not given back; a step that gives what it has not taken shows. */
  static Map<String, Long> books(Stage stage) {
    Map<String, Long> books = new TreeMap<>();
    Set<String> steps = new TreeSet<>();
    for (String key : stage.tables.journal) {
      if (key.startsWith("log/account#")) {
        steps.add(key.substring("log/account#".length(), key.lastIndexOf('/')));
      }
    }
    for (String step : steps) {
      long taken =
          stage.runtime.entities(Trip.ACCOUNTS).current(step).state().orElseThrow().taken();
      if (taken != 0) {
        books.put(step, taken);
      }
    }
    return books;
  }
}
