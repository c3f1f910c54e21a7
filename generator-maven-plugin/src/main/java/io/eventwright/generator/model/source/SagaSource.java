package io.eventwright.generator.model.source;

import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.SagaModel;
import io.eventwright.generator.model.SagaStep;
import java.util.List;
import java.util.stream.Stream;

/**
 * A saga.
 *
 * @param name kebab case
 * @param subscription the event that starts it
 * @param steps in order
 * @param done published when every step took effect
 * @param undone published when what took effect was compensated
 * @param language what the state machine's expressions are written in
 * @param type what runs it, where it is said; else where the saga is
 * @param className fully qualified name of the user's class
 */
public record SagaSource(
    Located<String> name,
    SubscriptionSource subscription,
    List<SagaStep> steps,
    Located<EventRef> done,
    Located<EventRef> undone,
    SagaModel.Language language,
    Located<SagaModel.Type> type,
    Located<String> className) {

  /** Keeps the steps immutable. */
  public SagaSource {
    steps = List.copyOf(steps);
  }

  /** Whether it may run more than once, and briefly. */
  public boolean isExpress() {
    return type.value() == SagaModel.Type.EXPRESS;
  }

  /** Whether a worker does or undoes one of its steps. */
  public boolean serves(String worker) {
    return SagaModel.serves(steps, worker);
  }

  /** Every step, also those within others. */
  public Stream<SagaStep> allSteps() {
    return SagaModel.all(steps);
  }
}
