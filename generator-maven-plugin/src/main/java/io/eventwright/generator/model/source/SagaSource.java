package io.eventwright.generator.model.source;

import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.SagaModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A saga.
 *
 * @param name kebab case
 * @param subscription the event that starts it
 * @param steps in order
 * @param done published when every step took effect
 * @param undone published when what took effect was compensated
 * @param className fully qualified name of the user's class
 */
public record SagaSource(
    Located<String> name,
    SubscriptionSource subscription,
    List<Step> steps,
    Located<EventRef> done,
    Located<EventRef> undone,
    Located<String> className) {

  /** Keeps the steps immutable. */
  public SagaSource {
    steps = List.copyOf(steps);
  }

  /** Whether a worker does or undoes one of its steps. */
  public boolean serves(String worker) {
    return steps.stream()
        .anyMatch(
            step -> {
              Located<String> undo = step.undo();
              return step.worker().value().equals(worker)
                  || (undo != null && undo.value().equals(worker));
            });
  }

  /**
   * One step.
   *
   * @param worker the worker that does it
   * @param undo the worker that compensates it; null for none
   * @param retry how failures other than refusals are retried
   */
  public record Step(
      Located<String> worker, @Nullable Located<String> undo, SagaModel.Retry retry) {}
}
