package io.eventwright.generator.model;

import io.eventwright.generator.diagnostic.SourceLocation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A long-running transaction of steps, each with an undo.
 *
 * @param on the event that starts it, once per event
 * @param steps in order
 * @param done published when every step took effect
 * @param undone published when what took effect was compensated
 * @param language what the state machine's expressions are written in
 * @param type what runs it
 * @param className fully qualified name of the user's class that makes those two events
 */
public record SagaModel(
    String name,
    Subscription on,
    List<SagaStep> steps,
    EventRef done,
    EventRef undone,
    Language language,
    Type type,
    String className,
    SourceLocation location) {
  public SagaModel {
    steps = List.copyOf(steps);
  }

  /** What expressions are written in. */
  public enum Language {
    JSONATA,
    JSONPATH
  }

  /** What runs it. */
  public enum Type {
    /** Once for each event, for as long as it takes, with a history. */
    STANDARD,
    /** For five minutes at the most, perhaps more than once, at a fraction of the price. */
    EXPRESS
  }

  /** Whether it may run more than once, and briefly. */
  public boolean isExpress() {
    return type == Type.EXPRESS;
  }

  /** Every step, also those within others, in the order in which they are written. */
  public Stream<SagaStep> allSteps() {
    return all(steps);
  }

  /** Its steps that run in containers. */
  public Stream<SagaStep.Task> tasks() {
    return allSteps().filter(SagaStep.Task.class::isInstance).map(SagaStep.Task.class::cast);
  }

  /** The same of a list of steps. */
  public static Stream<SagaStep> all(List<SagaStep> steps) {
    return steps.stream()
        .flatMap(
            step -> Stream.concat(Stream.of(step), step.inner().stream().flatMap(SagaModel::all)));
  }

  /** The steps that may be compensated: those before the point of no return. */
  public List<SagaStep> undoable() {
    return undoable(steps);
  }

  /** The same of a saga's list of steps. */
  public static List<SagaStep> undoable(List<SagaStep> steps) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof SagaStep.PointOfNoReturn) {
        return steps.subList(0, i);
      }
    }
    return steps;
  }

  /** Whether a worker does or undoes one of its steps. */
  public boolean serves(String worker) {
    return serves(steps, worker);
  }

  /** The same of a list of steps. */
  public static boolean serves(List<SagaStep> steps, String worker) {
    return workers(steps).anyMatch(worker::equals);
  }

  /** The names of the workers that do or undo, those of a step together, with repetitions. */
  public static Stream<String> workers(List<SagaStep> steps) {
    return all(steps).flatMap(SagaModel::workersOf).map(SagaStep.Named::value);
  }

  /** The answer that a step waits for; null for none. */
  public static SagaStep.@Nullable Callback callback(SagaStep step) {
    return step instanceof SagaStep.Approval approval
        ? approval.callback()
        : step instanceof SagaStep.Call call ? call.callback() : null;
  }

  private static Stream<SagaStep.Named> workersOf(SagaStep step) {
    SagaStep.Named undo = step.undo();
    Stream<SagaStep.Named> undoes = undo == null ? Stream.empty() : Stream.of(undo);
    return step instanceof SagaStep.Call call
        ? Stream.concat(Stream.of(call.worker()), undoes)
        : undoes;
  }
}
