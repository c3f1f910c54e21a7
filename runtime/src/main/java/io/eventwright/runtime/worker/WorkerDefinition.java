package io.eventwright.runtime.worker;

import io.eventwright.runtime.condition.Conditions;
import io.eventwright.runtime.entity.EntityType;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.event.Consumed;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.guard.DependencySettings;
import io.eventwright.runtime.intake.Needs;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything the runtime knows about one worker; generated handlers build it once.
 *
 * <pre>{@code
 * WorkerDefinition.named("credit-wallet", DepositReceived.V2, Wallets.TYPE)
 *     .upcasting(DepositReceived.V1, new DepositReceivedV1ToV2()::upcast)
 *     .keyedBy(event -> event.data().playerId().value())
 *     .emits(WalletCredited.V1)
 *     .decidedBy(new CreditWallet()::decide);
 * }</pre>
 *
 * @param name as in {@code system.yaml}
 * @param consumed the majors that it takes, the one its code sees first
 * @param changes the entity that it changes; null for none
 * @param key the entity's id, from the event; null when it changes none
 * @param emitted what a decision may publish
 * @param dependencies what it may call
 * @param ordering in which order it takes the events about one subject
 * @param needs what it needs of the event's data
 * @param conditions what must hold before and after a decision
 * @param decider the user's code
 * @param <T> the record of the event that its code sees
 * @param <S> the entity's state, {@link Void} for none
 */
public record WorkerDefinition<T, S>(
    String name,
    List<Consumed<?, T>> consumed,
    @Nullable EntityType<S> changes,
    @Nullable Function<Event<T>, String> key,
    List<EventType<?>> emitted,
    List<DependencySettings> dependencies,
    Ordering ordering,
    Needs needs,
    Conditions<T, S> conditions,
    GuardedDecider<T, S> decider) {
  public WorkerDefinition {
    consumed = List.copyOf(consumed);
    emitted = List.copyOf(emitted);
    dependencies = List.copyOf(dependencies);
    if (changes != null && key == null) {
      throw new IllegalArgumentException("worker " + name + " changes an entity, but has no key");
    }
  }

  /** Begins the definition of a worker that changes an entity. */
  public static <T, S> WorkerDefinitionBuilder<T, S> named(
      String name, EventType<T> consumes, EntityType<S> changes) {
    return new WorkerDefinitionBuilder<>(name, consumes, changes);
  }

  /** Begins the definition of a worker that changes no entity. */
  public static <T> WorkerDefinitionBuilder<T, Void> named(String name, EventType<T> consumes) {
    return new WorkerDefinitionBuilder<>(name, consumes, null);
  }

  /** Writes the record of the event that its code sees, whose major is the first that it takes. */
  public Codec<T> codec() {
    return own(consumed.get(0));
  }

  /** Its own major needs no upcast, so both records are the same. */
  @SuppressWarnings("unchecked")
  private static <O, T> Codec<T> own(Consumed<O, T> first) {
    return (Codec<T>) first.type().codec();
  }

  /** Whether it calls anything outside. */
  public boolean callsOutside() {
    return !dependencies.isEmpty();
  }
}
