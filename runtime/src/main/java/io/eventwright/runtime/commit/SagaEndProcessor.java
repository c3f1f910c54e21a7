package io.eventwright.runtime.commit;

import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.intake.EventIntake;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.log.EntityKey;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.saga.SagaDefinition;
import io.eventwright.runtime.saga.SagaFailure;
import io.eventwright.runtime.store.Keys;
import io.eventwright.runtime.store.Timestamps;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.trace.Traces;
import io.eventwright.runtime.worker.Emission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends a saga's execution, once: the event that says so is committed as the first version of an
 * entity of its own, {@code saga-<name>#<execution>}, from where the relay publishes it.
 *
 * @param <T> the record of the event that started the saga
 */
public final class SagaEndProcessor<T> {
  private final SagaDefinition<T> definition;
  private final EventIntake<T> intake;
  private final CommitStore store;

  public SagaEndProcessor(SagaDefinition<T> definition, CommitStore store) {
    this.definition = definition;
    this.intake = new EventIntake<>(definition.consumed(), store.seals());
    this.store = store;
  }

  /**
   * Ends an execution.
   *
   * @param raw the event that started it
   * @param failure why it was undone; null when it is done
   */
  public Handled end(
      String execution, RawEvent raw, @Nullable SagaFailure failure, Deadline deadline)
      throws Rejection, TryAgain {
    String inboxKey = Keys.join(definition.name(), execution, "end");
    Event<T> event = intake.read(raw);
    try {
      return store
          .loop()
          .run(
              inboxKey,
              EventIntake.payloadHash(raw),
              () -> propose(execution, event, failure),
              deadline);
    } catch (DependencyUnavailable e) {
      throw new IllegalStateException("a saga's end calls no dependency", e);
    }
  }

  private Proposal propose(String execution, Event<T> event, @Nullable SagaFailure failure)
      throws Rejection {
    EntityKey entity = new EntityKey("saga-" + definition.name(), execution);
    VersionRow previous = store.log().latest(entity.partition()).orElse(null);
    Emission<?> emission = traced(event, failure);
    if (previous != null || emission == null) {
      return Proposal.unchanged(entity.partition(), previous == null ? 0 : previous.version());
    }
    VersionRow next =
        new VersionBuilder(
                store.system(),
                entity,
                null,
                WorkerProcessor.cause(event.envelope(), entity.entity(), store.traces()),
                Timestamps.now(store.clock()),
                store.seals())
            .build(null, List.of(emission));
    return Proposal.applied(next);
  }

  private @Nullable Emission<?> traced(Event<T> event, @Nullable SagaFailure failure) {
    Traces.Scope code = store.traces().application("saga-" + definition.name());
    try {
      return emission(event, failure);
    } catch (Throwable e) {
      code.failed(e);
      throw e;
    } finally {
      code.close();
    }
  }

  private @Nullable Emission<?> emission(Event<T> event, @Nullable SagaFailure failure) {
    if (failure == null) {
      return definition.done() == null ? null : definition.done().apply(event);
    }
    return definition.undone() == null ? null : definition.undone().apply(event, failure);
  }
}
