package io.eventwright.runtime.commit;

import io.eventwright.runtime.condition.Condition;
import io.eventwright.runtime.entity.EntityState;
import io.eventwright.runtime.entity.EntityType;
import io.eventwright.runtime.event.CodecText;
import io.eventwright.runtime.event.Envelope;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.guard.Dependencies;
import io.eventwright.runtime.guard.DependencyUnavailable;
import io.eventwright.runtime.inbox.InboxRow;
import io.eventwright.runtime.intake.EventIntake;
import io.eventwright.runtime.intake.Needs;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.log.Cause;
import io.eventwright.runtime.log.EntityKey;
import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.store.Timestamps;
import io.eventwright.runtime.time.Deadline;
import io.eventwright.runtime.trace.Traces;
import io.eventwright.runtime.worker.Decision;
import io.eventwright.runtime.worker.Emission;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Handles one event by one worker, once: reads, lets the worker decide, checks what it decided, and
 * commits. Safe under many threads.
 *
 * @param <T> the event's record
 * @param <S> the entity's state
 */
public final class WorkerProcessor<T, S> {
  private final WorkerDefinition<T, S> definition;
  private final EventIntake<T> intake;
  private final ConditionCheck<T, S> conditions;
  private final CommitStore store;
  private final boolean often;

  public WorkerProcessor(WorkerDefinition<T, S> definition, CommitStore store) {
    this(definition, store, false);
  }

  /**
   * One that may have several things to do on one event, as a saga's steps, each of which
   * publishes.
   *
   * @param often whether its inbox keys tell more apart than events
   */
  public WorkerProcessor(WorkerDefinition<T, S> definition, CommitStore store, boolean often) {
    this.often = often;
    this.definition = definition;
    this.intake = new EventIntake<>(definition.consumed(), store.seals());
    this.conditions = new ConditionCheck<>(definition.conditions(), definition.codec());
    this.store = store;
  }

  /**
   * Handles an event, unless it is handled already.
   *
   * @param inboxKey names the consumer and the event
   * @param outside what the worker may call, guarded
   * @param turns whether it is the event's turn, where order matters
   */
  public Handled handle(
      String inboxKey, RawEvent raw, Outside outside, Turns turns, Deadline deadline)
      throws Rejection, DependencyUnavailable, TryAgain {
    String payloadHash = definition.needs().payloadHash(raw);
    if (definition.callsOutside()) {
      // Without an effect outside, a double is found by the commit, which saves a read for each
      // event.
      Optional<InboxRow> known = store.inbox().find(inboxKey);
      if (known.isPresent()) {
        return CommitLoop.known(known.get(), payloadHash, Set.of(), 0);
      }
    }
    try {
      Event<T> event = intake.read(raw);
      EntityKey entity = entity(event, inboxKey);
      return store
          .loop()
          .run(inboxKey, payloadHash, () -> inTurn(event, entity, outside, turns), deadline);
    } catch (Rejection | RuntimeException e) {
      // A double decides on a state that is no longer the one it was decided on, and may so fail.
      Optional<InboxRow> known = store.inbox().find(inboxKey);
      if (known.isPresent() && Needs.samePayload(known.get().payloadHash(), payloadHash)) {
        return new Handled(known.get(), true, 0);
      }
      throw e;
    }
  }

  /**
   * Finds out whether an event could be taken, without deciding on it.
   *
   * @throws Rejection when it never can be
   */
  public void check(RawEvent raw) throws Rejection {
    entity(intake.read(raw), "");
  }

  private Proposal inTurn(Event<T> event, EntityKey entity, Outside outside, Turns turns)
      throws Rejection, DependencyUnavailable {
    Turn turn = turns.take();
    String stale = turn.stale();
    return stale == null
        ? propose(event, entity, outside).with(turn.move())
        : Proposal.stale(stale);
  }

  private Proposal propose(Event<T> event, EntityKey entity, Outside outside)
      throws Rejection, DependencyUnavailable {
    VersionRow previous =
        definition.changes() == null ? null : store.log().latest(entity.partition()).orElse(null);
    EntityState<S> state = state(entity, previous);
    outside.begins().run();
    Traces.Scope code = store.traces().application(definition.name());
    try {
      return decide(event, entity, outside.dependencies(), previous, state);
    } catch (Throwable e) {
      code.failed(e);
      throw e;
    } finally {
      code.close();
    }
  }

  /** The application's part: what it requires, what it decides, what it promises. */
  private Proposal decide(
      Event<T> event,
      EntityKey entity,
      Dependencies dependencies,
      @Nullable VersionRow previous,
      EntityState<S> state)
      throws Rejection, DependencyUnavailable {
    String partition = definition.changes() == null ? null : entity.partition();
    String kept = previous == null ? null : previous.state();
    EntityType<S> changed = definition.changes();
    String before =
        kept == null || changed == null
            ? kept
            : store.seals().open(changed.sealing(), changed.sealed(), kept);
    Condition.Broken unmet = conditions.before(event, state, before);
    if (unmet != null) {
      return Proposal.refused(unmet.code(), unmet.reason(), partition, state.version());
    }
    Decision<S> decision = definition.decider().decide(event, state, dependencies);
    if (decision instanceof Decision.Refused<S> refused) {
      return Proposal.refused(refused.code(), refused.reason(), partition, state.version());
    }
    if (decision instanceof Decision.Next<S> next) {
      EntityType<S> type = changes();
      String text = CheckedText.of(type, next.state());
      ensure(conditions.after(event, state, before, next.state(), text));
      String sealed = CheckedText.sealed(type, text, store.seals());
      return applied(event, entity, previous, sealed, next.emissions());
    }
    if (decision instanceof Decision.Published<S> published && !published.emissions().isEmpty()) {
      if (definition.changes() == null && store.log().latest(entity.partition()).isPresent()) {
        // Handled so long ago that the inbox has forgotten it; the log has not.
        return Proposal.unchanged(null, 0);
      }
      if (before != null) {
        ensure(conditions.after(event, state, before, state.current(), before));
      }
      return applied(event, entity, previous, kept, published.emissions());
    }
    return Proposal.unchanged(partition, state.version());
  }

  private void ensure(Condition.@Nullable Broken broken) throws Rejection {
    if (broken != null) {
      throw new Rejection(
          Reason.POSTCONDITION_FAILED,
          definition.name() + " breaks " + broken.code() + ": " + broken.reason());
    }
  }

  private Proposal applied(
      Event<T> event,
      EntityKey entity,
      @Nullable VersionRow previous,
      @Nullable String state,
      List<Emission<?>> emissions)
      throws Rejection {
    for (Emission<?> emission : emissions) {
      if (!definition.emitted().contains(emission.type())) {
        throw new Rejection(
            Reason.DECISION_INVALID,
            definition.name()
                + " publishes "
                + emission.type().wireType()
                + ", which it does not declare under emits");
      }
    }
    Cause cause = cause(event.envelope(), definition.name(), store.traces());
    return Proposal.applied(
        new VersionBuilder(
                store.system(),
                entity,
                previous,
                cause,
                Timestamps.now(store.clock()),
                store.seals())
            .build(state, emissions));
  }

  /** The trace is that of the span in which it is decided: it made the events that go out. */
  static Cause cause(Envelope envelope, String worker, Traces traces) {
    String correlation = envelope.correlationid();
    return new Cause(
        envelope.id(),
        envelope.source(),
        envelope.type(),
        worker,
        correlation == null ? envelope.id() : correlation,
        traces.traceparent(envelope.traceparent()));
  }

  private EntityType<S> changes() throws Rejection {
    EntityType<S> type = definition.changes();
    if (type == null) {
      throw new Rejection(
          Reason.DECISION_INVALID,
          definition.name() + " changes no entity, and yet decides on a next state");
    }
    return type;
  }

  /** The producing entity of a worker that changes none is the handling of the event. */
  private EntityKey entity(Event<T> event, String inboxKey) throws Rejection {
    EntityType<S> type = definition.changes();
    if (type == null || definition.key() == null) {
      return new EntityKey(
          "worker-" + definition.name(),
          often
              ? inboxKey.replace('#', '/')
              : event.envelope().source() + "/" + event.envelope().id());
    }
    String id = definition.key().apply(event);
    if (id.isBlank() || id.length() > 512) {
      throw new Rejection(
          Reason.NO_KEY, "the event gives no id of a " + type.name() + ": 1 to 512 characters");
    }
    return new EntityKey(type.name(), id);
  }

  private EntityState<S> state(EntityKey entity, @Nullable VersionRow previous) {
    EntityType<S> type = definition.changes();
    if (type == null) {
      return new EntityState<>("", 0, null);
    }
    if (previous == null) {
      return new EntityState<>(entity.id(), 0, null);
    }
    String json = previous.state();
    S state =
        json == null
            ? null
            : CodecText.readBack(
                type.codec(), store.seals().open(type.sealing(), type.sealed(), json));
    return new EntityState<>(entity.id(), previous.version(), state);
  }
}
