package io.eventwright.proof.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.states.ExecutionView;
import io.eventwright.local.states.StepFunctionsException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The sample saga with everything going wrong that can: each place and each mishap, alone and in
 * pairs, with its event delivered once and twice, and whatever stops for a person taken up again.
 * In each of these runs money and stock are conserved.
 *
 * <p>Definition, functions and business logic are the generated system's own; tables are in memory,
 * the clock is virtual.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExhaustiveFailureTest {

  /** How the event comes. */
  private enum Trigger {
    ONCE,
    TWICE_AT_ONCE,
    TWICE_ONE_AFTER_THE_OTHER
  }

  private final Map<ArcadeLaw.End, Integer> ends = new EnumMap<>(ArcadeLaw.End.class);
  private Script script;
  private int runs;
  private int parked;
  private int redrives;

  @BeforeAll
  void read() throws Exception {
    script = ArcadeScript.script();
  }

  @Test
  @DisplayName("row 40: without a fault the purchase is done, each call made once")
  void nothingGoesWrong() {
    Stage stage = run(Trigger.ONCE, List.of());
    assertEquals(ArcadeLaw.End.DONE, ArcadeLaw.check(stage));
    assertEquals(ArcadeScript.PLACES.subList(0, 4), stage.calls);
  }

  @Test
  @DisplayName("row 40: every mishap in every place, alone and in pairs, ends balanced")
  void everyMishap() {
    List<Fault> all =
        ArcadeScript.PLACES.stream().flatMap(each -> Fault.in(each).stream()).toList();
    List<List<Fault>> cases = new ArrayList<>();
    all.forEach(each -> cases.add(List.of(each)));
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        if (!all.get(i).place().equals(all.get(j).place())) {
          cases.add(List.of(all.get(i), all.get(j)));
        }
      }
    }
    long idle =
        IntStream.range(0, cases.size()).parallel().filter(i -> idle(i, cases.get(i))).count();
    System.out.printf(
        "saga failures: %d runs, all balanced: %s; %d stopped for a person first, %d were taken up"
            + " again; %d cases left out, since one fault kept the other from happening%n",
        runs, ends, parked, redrives, idle);
    assertTrue(runs > 5_000, () -> "only " + runs + " runs");
    assertTrue(parked > 500, () -> "only " + parked + " parked");
    assertTrue(ends.keySet().containsAll(List.of(ArcadeLaw.End.DONE, ArcadeLaw.End.UNDONE)));
  }

  /**
   * Runs a case; whether one fault kept the other from happening, which says nothing new. Alone a
   * fault meets every trigger; pairs take turns, unless all are asked for.
   */
  private boolean idle(int number, List<Fault> faults) {
    Trigger[] all = Trigger.values();
    boolean every = faults.size() == 1 || Boolean.getBoolean("saga.every");
    for (int i = 0; i < (every ? all.length : 1); i++) {
      if (run(all[(number + i) % all.length], faults).struck.size() < faults.size()) {
        return true;
      }
    }
    return false;
  }

  private Stage run(Trigger trigger, List<Fault> faults) {
    try {
      Stage stage = new Stage(script, faults);
      stage.start(ArcadeScript.EVENT);
      if (trigger == Trigger.TWICE_AT_ONCE) {
        stage.start(ArcadeScript.EVENT);
      }
      stage.run();
      if (trigger == Trigger.TWICE_ONE_AFTER_THE_OTHER) {
        stage.start(ArcadeScript.EVENT);
        stage.run();
      }
      takeUp(stage);
      count(ArcadeLaw.check(stage));
      return stage;
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(trigger + ", " + faults + ": " + e.getMessage(), e);
    }
  }

  private synchronized void count(ArcadeLaw.End end) {
    ends.merge(end, 1, Integer::sum);
    runs++;
  }

  private synchronized void count(int stopped) {
    parked += stopped > 0 ? 1 : 0;
    redrives += stopped;
  }

  /** What a person does: mends what went wrong, then has what has stopped go on. */
  private void takeUp(Stage stage) {
    List<ExecutionView> stopped =
        stage.views().stream().filter(view -> !view.status().equals("SUCCEEDED")).toList();
    count(stage.parked.size());
    if (stopped.isEmpty()) {
      refusesRedrive(stage);
      return;
    }
    count(stopped.size());
    stage.mend();
    for (ExecutionView view : stopped) {
      assertEquals("FAILED", view.status(), () -> "neither ended nor parked: " + view);
      stage.functions.redriveExecution(view.arn());
    }
    stage.run();
  }

  /** What has ended stays ended. */
  private static void refusesRedrive(Stage stage) {
    for (String execution : stage.executions) {
      try {
        stage.functions.redriveExecution(execution);
      } catch (StepFunctionsException e) {
        continue;
      }
      throw new AssertionError("an execution that has ended was redriven");
    }
  }
}
