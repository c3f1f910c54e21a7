package io.eventwright.local.junit;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A saga whose steps go wrong as a test says:
 *
 * <pre>{@code
 * cloud.saga("purchase").fail("charge-wallet").afterItsEffect();
 * }</pre>
 *
 * <p>A fault stays until it is closed, or the cloud is reset.
 */
public final class SagaUnderTest {
  private static final String UNDO = "Undo ";

  private final String name;
  private final String machine;
  private final BiFunction<String, Object[], @Nullable Object> control;

  SagaUnderTest(String name, BiFunction<String, Object[], @Nullable Object> control) {
    this.name = name;
    this.control = control;
    StringBuilder id = new StringBuilder();
    for (String word : name.split("-")) {
      id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    this.machine = id + "StateMachine";
  }

  /** Has a step fail, at every attempt; the step is named as in {@code system.yaml}. */
  public Failing fail(String step) {
    return new Failing(task(step), Integer.MAX_VALUE);
  }

  /** Has the undo of a step fail, at every attempt. */
  public Failing failUndoOf(String step) {
    return new Failing(task(UNDO + step), Integer.MAX_VALUE);
  }

  /** Its steps that a worker or a service does, in order. */
  public List<String> steps() {
    return tasks().stream().filter(task -> task.matches("[a-z0-9-]+")).toList();
  }

  /** The steps that have an undo, in the order in which they are undone. */
  public List<String> undoableSteps() {
    return tasks().stream()
        .filter(task -> task.startsWith(UNDO))
        .map(task -> task.substring(UNDO.length()))
        .toList();
  }

  private List<String> tasks() {
    return ((List<?>) Objects.requireNonNull(control.apply("taskNames", new Object[] {machine})))
        .stream().map(String::valueOf).toList();
  }

  private String task(String task) {
    if (!tasks().contains(task)) {
      throw new IllegalArgumentException(
          "the saga %s has no step %s; it has %s, and can undo %s"
              .formatted(name, task, steps(), undoableSteps()));
    }
    return task;
  }

  /** What is to go wrong, and how often. */
  public final class Failing {
    private final String task;
    private final int times;

    private Failing(String task, int times) {
      this.task = task;
      this.times = times;
    }

    /** So many attempts fail, the next one does not. */
    public Failing times(int attempts) {
      return new Failing(task, attempts);
    }

    /** An error, and nothing has happened. */
    public Fault beforeItsEffect() {
      return as("FAILS_BEFORE");
    }

    /** An error, and it has happened. */
    public Fault afterItsEffect() {
      return as("FAILS_AFTER");
    }

    /** No answer in time, and nothing has happened. The test does not wait that long. */
    public Fault byTimingOutBeforeItsEffect() {
      return as("TIMES_OUT_BEFORE");
    }

    /** No answer in time, and it has happened. The test does not wait that long. */
    public Fault byTimingOutAfterItsEffect() {
      return as("TIMES_OUT_AFTER");
    }

    /** It has happened, and the answer is a text that says nothing. */
    public Fault answeringGarbage() {
      return as("ANSWERS_GARBAGE");
    }

    private Fault as(String mishap) {
      List<?> made =
          (List<?>)
              Objects.requireNonNull(
                  control.apply("failTask", new Object[] {machine, task, mishap, times}));
      return new Fault((Runnable) made.get(0), (IntSupplier) made.get(1));
    }
  }

  /** A fault in place; closing it mends it. */
  public static final class Fault implements AutoCloseable {
    private final Runnable mending;
    private final IntSupplier count;

    private Fault(Runnable mending, IntSupplier count) {
      this.mending = mending;
      this.count = count;
    }

    /** How often it came to pass: a test whose fault never did shows nothing. */
    public int struck() {
      return count.getAsInt();
    }

    @Override
    public void close() {
      mending.run();
    }
  }
}
