package io.eventwright.proof.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.states.ExecutionView;
import io.eventwright.local.states.StepFunctionsException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sample sagas with everything going wrong that can: each place and each mishap, alone and in
 * pairs, with its event delivered once and twice, and whatever stops for a person taken up again.
 * In each of these runs money and stock are conserved. An execution that fails is none of those: it
 * may fail only where it has done nothing yet.
 *
 * <p>Definition, functions and business logic are the generated system's own; tables are in memory,
 * the clock is virtual.
 */
class ExhaustiveFailureTest {

  /** Whether all pairs meet all triggers, which takes an hour. */
  private static final boolean EVERY = Boolean.getBoolean("saga.every");

  /** How the event comes. */
  private enum Trigger {
    ONCE,
    TWICE_AT_ONCE,
    TWICE_ONE_AFTER_THE_OTHER
  }

  private final Map<End, Integer> ends = new EnumMap<>(End.class);
  private int runs;
  private int parked;
  private int redrives;

  static List<SampleSaga> samples() throws Exception {
    return List.of(PurchaseScript.sample(), PayoutScript.sample());
  }

  @Test
  @DisplayName("row 40: without a fault a saga is done, each call made once")
  void nothingGoesWrong() throws Exception {
    for (SampleSaga saga : samples()) {
      Stage stage = run(saga, Trigger.ONCE, List.of());
      assertEquals(End.DONE, saga.law().apply(stage));
      assertEquals(forward(saga), stage.calls.stream().distinct().toList());
      assertEquals(List.of(), stage.parked);
    }
  }

  /** All places but those of the way back. */
  private static List<String> forward(SampleSaga saga) {
    return saga.places().stream().filter(place -> !place.contains("/undo")).toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  @DisplayName("row 40: every mishap in every place, alone and in pairs, ends balanced")
  void everyMishap(SampleSaga saga) {
    List<Fault> all = saga.places().stream().flatMap(each -> Fault.in(each).stream()).toList();
    List<List<Fault>> cases = new ArrayList<>();
    int pairs = 0;
    for (int i = 0; i < all.size(); i++) {
      cases.add(List.of(all.get(i)));
      for (int j = i + 1; j < all.size(); j++) {
        boolean apart = !all.get(i).place().equals(all.get(j).place());
        if (apart && (EVERY || pairs++ % saga.everyPair() == 0)) {
          cases.add(List.of(all.get(i), all.get(j)));
        }
      }
    }
    long idle =
        IntStream.range(0, cases.size())
            .parallel()
            .filter(i -> idle(saga, i, cases.get(i)))
            .count();
    System.out.printf(
        "saga failures: %s, %d runs, all balanced: %s; %d stopped for a person first, %d were"
            + " redriven; %d cases left out, since one fault kept the other from happening%n",
        saga, runs, ends, parked, redrives, idle);
    assertTrue(runs > 2_500, () -> "only " + runs + " runs");
    assertTrue(parked > 100, () -> "only " + parked + " parked");
    assertEquals(Set.of(End.DONE, End.UNDONE), ends.keySet());
  }

  /**
   * Runs a case; whether one fault kept the other from happening, which says nothing new. Alone a
   * fault meets every trigger; pairs take turns, unless all are asked for.
   */
  private boolean idle(SampleSaga saga, int number, List<Fault> faults) {
    Trigger[] all = Trigger.values();
    boolean every = faults.size() == 1 || EVERY;
    for (int i = 0; i < (every ? all.length : 1); i++) {
      if (run(saga, all[(number + i) % all.length], faults).struck.size() < faults.size()) {
        return true;
      }
    }
    return false;
  }

  private Stage run(SampleSaga saga, Trigger trigger, List<Fault> faults) {
    try {
      Stage stage = new Stage(saga.script(), faults);
      stage.start(saga.event());
      if (trigger == Trigger.TWICE_AT_ONCE) {
        stage.start(saga.event());
      }
      stage.run();
      if (trigger == Trigger.TWICE_ONE_AFTER_THE_OTHER) {
        stage.start(saga.event());
        stage.run();
      }
      takeUp(stage);
      count(saga.law().apply(stage));
      return stage;
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(trigger + ", " + faults + ": " + e.getMessage(), e);
    }
  }

  private synchronized void count(End end) {
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
      stage.requireUnbegun(view);
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
