package io.eventwright.runtime.worker;

import io.eventwright.runtime.condition.Conditions;
import io.eventwright.runtime.condition.Declared;
import io.eventwright.runtime.condition.Postcondition;
import io.eventwright.runtime.condition.Precondition;
import io.eventwright.runtime.entity.EntityType;
import io.eventwright.runtime.event.Consumed;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.intake.Needs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects a {@link WorkerDefinition}; its last step names the user's code.
 *
 * @param <T> the record of the event that the worker's code sees
 * @param <S> the entity's state, {@link Void} for none
 */
public final class WorkerDefinitionBuilder<T, S> {
  private final String name;
  private final List<Consumed<?, T>> consumed = new ArrayList<>();
  private final @Nullable EntityType<S> changes;
  private @Nullable Function<Event<T>, String> key;
  private final List<EventType<?>> emitted = new ArrayList<>();
  private final List<DependencySettings> dependencies = new ArrayList<>();
  private Ordering ordering = Ordering.COMMUTATIVE;
  private Needs needs = Needs.ALL;
  private Conditions<T, S> conditions = Conditions.none();

  WorkerDefinitionBuilder(String name, EventType<T> consumes, @Nullable EntityType<S> changes) {
    this.name = name;
    this.consumed.add(Consumed.asIs(consumes));
    this.changes = changes;
  }

  /** Takes another major too, by way of an upcaster (or several, composed). */
  public <O> WorkerDefinitionBuilder<T, S> upcasting(
      EventType<O> older, Function<? super O, ? extends T> upcast) {
    consumed.add(new Consumed<>(older, upcast));
    return this;
  }

  /** Says which entity an event is about: its id, not blank. */
  public WorkerDefinitionBuilder<T, S> keyedBy(Function<Event<T>, String> entityId) {
    key = entityId;
    return this;
  }

  /** Declares what a decision may publish; anything else is refused before the commit. */
  public WorkerDefinitionBuilder<T, S> emits(EventType<?>... types) {
    emitted.addAll(List.of(types));
    return this;
  }

  /** Declares a dependency, which the decider then finds by its name. */
  public WorkerDefinitionBuilder<T, S> using(DependencySettings dependency) {
    dependencies.add(dependency);
    return this;
  }

  /** Says in which order it takes the events about one subject; any, if it is not said. */
  public WorkerDefinitionBuilder<T, S> ordered(Ordering order) {
    ordering = order;
    return this;
  }

  /**
   * Says what it needs of the event's data; all of it, if it is not said.
   *
   * @param paths names joined by dots
   */
  public WorkerDefinitionBuilder<T, S> needing(String... paths) {
    needs = new Needs(Stream.of(paths).map(path -> List.of(path.split("\\."))).toList());
    return this;
  }

  /** Adds what must hold before a decision, as it is declared. */
  public WorkerDefinitionBuilder<T, S> requiring(Declared condition) {
    conditions = conditions.requiring(condition);
    return this;
  }

  /** Adds what must hold before a decision: else the event is refused with the code. */
  public WorkerDefinitionBuilder<T, S> requiring(Precondition<T, S> condition) {
    conditions = conditions.requiring(condition);
    return this;
  }

  /** Adds what must hold of the next version, as it is declared. */
  public WorkerDefinitionBuilder<T, S> ensuring(Declared condition) {
    conditions = conditions.ensuring(condition);
    return this;
  }

  /**
   * Adds what must hold of the next version: else nothing is written, and the event quarantined.
   */
  public WorkerDefinitionBuilder<T, S> ensuring(Postcondition<T, S> condition) {
    conditions = conditions.ensuring(condition);
    return this;
  }

  /** Ends with pure user's code. */
  public WorkerDefinition<T, S> decidedBy(Decider<T, S> decider) {
    return decidedUsing((event, state, unused) -> decider.decide(event, state));
  }

  /** Ends with user's code that calls dependencies. */
  public WorkerDefinition<T, S> decidedUsing(GuardedDecider<T, S> decider) {
    return new WorkerDefinition<>(
        name, consumed, changes, key, emitted, dependencies, ordering, needs, conditions, decider);
  }
}
