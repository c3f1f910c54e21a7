package io.eventwright.proof.saga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.local.states.ExecutionView;
import io.eventwright.local.states.task.TaskCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Express sagas with everything going wrong that can, and with a second run of the same event that
 * begins at each call of the first: beside it, past it, or far behind it, with the mishap in one of
 * them or in both. What is given up is sent again, first with nothing mended. In the end the books
 * balance, all runs came to the same end, and it was told once; none took five minutes.
 */
class ExpressFailureTest {

  private static final boolean EVERY = Boolean.getBoolean("saga.every");

  /** What keeps a step from happening. */
  private static final Set<Mishap> STOPPING =
      EnumSet.of(
          Mishap.FAILS_BEFORE,
          Mishap.TIMES_OUT_BEFORE,
          Mishap.HAPPENS_LATE,
          Mishap.KILLED_AT_ONCE,
          Mishap.THROTTLED);

  /** So long a call of the first run travels, and its answer. */
  private static final long WAY = 10;

  /** How the second run goes. */
  private enum Second {
    NONE(0),
    PAST_IT(0),
    BESIDE_IT(WAY),
    BEHIND_IT(900);

    private final long way;

    Second(long way) {
      this.way = way;
    }
  }

  private enum Whose {
    BOTH,
    FIRST,
    SECOND
  }

  /**
   * One run.
   *
   * @param at which call of the first the second begins at
   */
  private record Case(List<Fault> faults, Second second, int at, Whose whose) {}

  private final Map<End, Integer> ends = new EnumMap<>(End.class);
  private int runs;
  private int idle;
  private int sentAgain;

  static List<SampleSaga> samples() throws Exception {
    return List.of(ExpressScripts.purchase(), ExpressScripts.trip());
  }

  @ParameterizedTest
  @MethodSource("samples")
  @DisplayName("row 40: two runs of an event, begun at each other's calls, are done as one")
  void nothingGoesWrong(SampleSaga saga) {
    Stage alone = run(saga, new Case(List.of(), Second.NONE, 0, Whose.BOTH));
    assertEquals(End.DONE, saga.law().apply(alone));
    assertEquals(alone.calls.size(), alone.calls.stream().distinct().count(), "each call once");
    for (Second second : List.of(Second.PAST_IT, Second.BESIDE_IT, Second.BEHIND_IT)) {
      for (int at = 1; at <= alone.calls.size(); at++) {
        assertEquals(
            End.DONE, saga.law().apply(run(saga, new Case(List.of(), second, at, Whose.BOTH))));
      }
    }
  }

  @Test
  @DisplayName("row 40: what a worker refuses is undone by both of two runs, and told once")
  void refused() throws Exception {
    SampleSaga saga = ExpressScripts.tooDear();
    Stage alone = run(saga, new Case(List.of(), Second.NONE, 0, Whose.BOTH));
    for (Second second : Second.values()) {
      for (int at = 1; at <= alone.calls.size(); at++) {
        Stage stage = run(saga, new Case(List.of(), second, at, Whose.BOTH));
        assertEquals(End.UNDONE, saga.law().apply(stage));
      }
    }
  }

  @Test
  @DisplayName("row 40: who calls outside and is killed once, anywhere, is no dead letter")
  void killedWhileCallingOutside() throws Exception {
    Script script = ExpressScripts.callingOutside();
    Set<Boolean> ends = new HashSet<>();
    int held = 0;
    for (int at = 1; at <= 8; at++) {
      Stage stage = new Stage(script, List.of());
      stage.functionMillis = 2_000;
      stage.dying = "s2/do";
      stage.diesAfter = at;
      stage.start(ExpressScripts.tripEvent());
      stage.run();
      String what = "killed after " + at + ": " + stage.calls;
      assertEquals("SUCCEEDED", stage.views().get(0).status(), what);
      boolean done = stage.calls.contains("end/done");
      assertEquals(done ? Map.of("s1", 1L, "s2", 1L) : Map.of(), RandomSagaTest.books(stage), what);
      ends.add(done);
      held += stage.calls.stream().filter("s2/settle"::equals).count() > 1 ? 1 : 0;
    }
    assertTrue(held > 0, "none was killed within its call");
    assertEquals(Set.of(true, false), ends);
  }

  @Test
  @DisplayName("a run that goes back by itself is found: another is done meanwhile")
  void withoutSettling() throws Exception {
    SampleSaga settles = ExpressScripts.purchase();
    SampleSaga goesBack = ExpressScripts.goingBackAtOnce();
    List<Fault> fault = List.of(new Fault("charge-wallet/do", Mishap.FAILS_AFTER, true));
    int broken = 0;
    for (int at = 1; at <= 4; at++) {
      Case one = new Case(fault, Second.BESIDE_IT, at, Whose.FIRST);
      run(settles, one);
      try {
        run(goesBack, one);
      } catch (AssertionError e) {
        broken++;
      }
    }
    assertTrue(broken > 0, "nothing would be found");
  }

  @Test
  @DisplayName("row 40: an event that comes again when its end was told calls no step")
  void comesLate() throws Exception {
    SampleSaga saga = ExpressScripts.purchase();
    Stage stage = stage(saga, new Case(List.of(), Second.NONE, 0, Whose.BOTH));
    comesTwice(stage, saga.event());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a#b", "a%23b", "50%", "#$1%25"})
  @DisplayName("row 40: also one whose id has the signs that keys are made with")
  void comesLateUnderAnOddId(String id) throws Exception {
    SampleSaga saga = ExpressScripts.purchase();
    Stage stage = stage(saga, new Case(List.of(), Second.NONE, 0, Whose.BOTH));
    comesTwice(stage, saga.event().replace("\"e-purchase\"", '"' + id + '"'));
  }

  private static void comesTwice(Stage stage, String event) {
    stage.start(event);
    stage.run();
    int calls = stage.calls.size();
    stage.start(event);
    stage.run();
    assertEquals(List.of("Look for its end"), stage.calls.subList(calls, stage.calls.size()));
    assertEquals("{\"outcome\":\"already-ended\"}", stage.views().get(1).output());
  }

  @ParameterizedTest
  @MethodSource("samples")
  @DisplayName(
      "row 40: every mishap of an express saga, with a second run at each call, ends balanced")
  void everyMishap(SampleSaga saga) {
    List<List<Fault>> cases = cases(saga);
    IntStream.range(0, cases.size()).parallel().forEach(i -> with(saga, i, cases.get(i)));
    System.out.printf(
        "express saga failures: %s, %d runs, all balanced: %s; %d dead letters sent again; %d cases"
            + " left out, since one fault kept the other from happening%n",
        saga, runs, ends, sentAgain, idle);
    assertTrue(runs > 1_000, () -> "only " + runs + " runs");
    assertTrue(sentAgain > 200, () -> "only " + sentAgain + " sent again");
    assertEquals(Set.of(End.DONE, End.UNDONE), ends.keySet());
  }

  /** Each fault, and what stops a step together with what then goes wrong on the way back. */
  private static List<List<Fault>> cases(SampleSaga saga) {
    List<Fault> all = saga.places().stream().flatMap(each -> Fault.in(each).stream()).toList();
    List<Fault> stopping =
        all.stream()
            .filter(each -> each.place().endsWith("/do") && each.forGood())
            .filter(each -> STOPPING.contains(each.mishap()))
            .toList();
    List<Fault> behind = all.stream().filter(each -> !each.place().endsWith("/do")).toList();
    List<List<Fault>> cases = new ArrayList<>();
    all.forEach(each -> cases.add(List.of(each)));
    for (int i = 0; i < stopping.size() * behind.size(); i++) {
      if (EVERY || i % saga.everyPair() == 0) {
        cases.add(List.of(stopping.get(i / behind.size()), behind.get(i % behind.size())));
      }
    }
    return cases;
  }

  /**
   * A case alone, and with second runs that begin at calls of the first; how they go takes turns.
   */
  private void with(SampleSaga saga, int number, List<Fault> faults) {
    Stage alone = run(saga, new Case(faults, Second.NONE, 0, Whose.BOTH));
    if (alone.struck.size() < faults.size()) {
      synchronized (this) {
        idle++;
      }
      return;
    }
    int calls = alone.calls.size();
    for (int i = 0; i < (EVERY ? calls * 9 : seconds(saga)); i++) {
      int turn = number * seconds(saga) + i;
      run(
          saga,
          new Case(
              faults,
              Second.values()[1 + turn % 3],
              1 + turn * 7 % calls,
              Whose.values()[turn / 3 % 3]));
    }
  }

  private static int seconds(SampleSaga saga) {
    return saga.name().equals("purchase") ? 3 : 1;
  }

  private Stage stage(SampleSaga saga, Case one) {
    Stage stage = new Stage(saga.script(), one.faults());
    AtomicInteger left = new AtomicInteger();
    stage.travelMillis = call -> isFirst(stage, call) ? WAY : one.second().way;
    stage.strikes =
        call -> one.whose() == Whose.BOTH || isFirst(stage, call) == (one.whose() == Whose.FIRST);
    stage.leaving =
        call -> {
          if (one.second() != Second.NONE
              && isFirst(stage, call)
              && left.incrementAndGet() == one.at()) {
            stage.start(saga.event());
          }
        };
    return stage;
  }

  private static boolean isFirst(Stage stage, TaskCall call) {
    return stage.executions.isEmpty() || stage.executions.get(0).equals(call.executionArn());
  }

  private Stage run(SampleSaga saga, Case one) {
    try {
      Stage stage = stage(saga, one);
      stage.start(saga.event());
      int again = 0;
      Set<String> known = new HashSet<>();
      // Longer than any run may take, and sooner than what comes two days late.
      stage.timeline.advance(Duration.ofMinutes(6));
      for (int i = 0; i < 3; i++) {
        again += sendAgain(saga, stage, known);
        stage.timeline.advance(Duration.ofMinutes(6));
        if (i == 0) {
          stage.mend();
        }
      }
      stage.run();
      again += sendAgain(saga, stage, known);
      stage.run();
      assertEquals(0, sendAgain(saga, stage, known), "nothing is left that was given up");
      End end = saga.law().apply(stage);
      synchronized (this) {
        ends.merge(end, 1, Integer::sum);
        runs++;
        sentAgain += again;
      }
      return stage;
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(saga + ", " + one + ": " + e.getMessage(), e);
    }
  }

  /** What a person does: sends what was given up, or could not even be that, again. */
  private static int sendAgain(SampleSaga saga, Stage stage, Set<String> known) {
    List<String> again = new ArrayList<>(stage.deadLetters);
    stage.deadLetters.clear();
    int givenUp = 0;
    for (ExecutionView view : stage.views()) {
      if (view.status().equals("FAILED") && known.add(view.arn())) {
        if ("NoDeadLetter".equals(view.error())) {
          again.add(saga.event());
        } else {
          assertEquals("GivenUp", view.error());
          givenUp++;
        }
      } else if (!known.contains(view.arn())) {
        assertEquals("SUCCEEDED", view.status(), () -> "neither ended nor given up: " + view);
      }
    }
    int letters = again.size();
    int failed = givenUp;
    assertTrue(letters >= failed, () -> failed + " gave up, and there are " + letters);
    again.forEach(stage::start);
    return letters;
  }
}
