package io.eventwright.generator.emit.saga;

import io.eventwright.generator.model.SagaStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a list of steps begins, and where its compensation does. */
final class Steps {

  private Steps() {}

  /**
   * The state of a step, or of the first after it that has one; {@code next} behind the last.
   *
   * @param inBlock whether they are undone together, however far each has come
   */
  static @Nullable String from(
      List<SagaStep> steps, int index, @Nullable String next, boolean inBlock) {
    for (int i = index; i < steps.size(); i++) {
      if (!(steps.get(i) instanceof SagaStep.PointOfNoReturn)) {
        return inBlock && isNoted(steps.get(i)) ? begin(steps.get(i)) : entry(steps.get(i));
      }
    }
    return next;
  }

  /**
   * One whose beginning must be noted in a block: no worker's inbox and no container's row knows of
   * it. A saga stands in no block.
   */
  static boolean isNoted(SagaStep step) {
    return step.undo() != null
        && (step instanceof SagaStep.Publish
            || step instanceof SagaStep.Put
            || step instanceof SagaStep.Send);
  }

  static String begin(SagaStep step) {
    return "Begin " + step.name();
  }

  /** The state that compensates the step, or the last before it that has one. */
  static @Nullable String undoFrom(List<SagaStep> steps, int index, @Nullable String before) {
    for (int i = index; i >= 0; i--) {
      if (hasUndo(steps.get(i))) {
        return undoEntry(steps.get(i));
      }
    }
    return before;
  }

  /** The same of all steps. */
  static @Nullable String undoAll(List<SagaStep> steps, @Nullable String before) {
    return undoFrom(steps, steps.size() - 1, before);
  }

  static boolean hasUndo(SagaStep step) {
    return step.undo() != null || step.inner().stream().anyMatch(Steps::haveUndo);
  }

  static boolean haveUndo(List<SagaStep> steps) {
    return steps.stream().anyMatch(Steps::hasUndo);
  }

  /** The state that a step begins with: a container's task is written down before it runs. */
  private static String entry(SagaStep step) {
    return step instanceof SagaStep.Task task ? ContainerStates.prepare(task) : step.name();
  }

  /** The state that a compensation begins with: a container's task is closed before it. */
  private static String undoEntry(SagaStep step) {
    return step instanceof SagaStep.Task task ? ContainerStates.close(task) : undo(step);
  }

  static String undo(SagaStep step) {
    return "Undo " + step.name();
  }
}
