package io.eventwright.runtime.saga;

import io.eventwright.runtime.event.Consumed;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.worker.Emission;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What ends a saga: the event that says it is done, or that it was undone. Either may be absent.
 *
 * <pre>{@code
 * SagaDefinition.named("purchase", PurchaseRequested.V1)
 *     .done(PurchaseCompleted.V1, saga::completed)
 *     .undone(PurchaseCancelled.V1, saga::cancelled)
 *     .build();
 * }</pre>
 *
 * @param name as in {@code system.yaml}
 * @param consumed the majors that start it, the one its code sees first
 * @param done makes the event that says so; null for none
 * @param undone makes the event that says so; null for none
 * @param <T> the record of the event that starts it
 */
public record SagaDefinition<T>(
    String name,
    List<Consumed<?, T>> consumed,
    @Nullable Function<Event<T>, Emission<?>> done,
    @Nullable BiFunction<Event<T>, SagaFailure, Emission<?>> undone) {
  public SagaDefinition {
    consumed = List.copyOf(consumed);
  }

  /** Begins the definition of a saga that the event starts. */
  public static <T> Builder<T> named(String name, EventType<T> on) {
    return new Builder<>(name, on);
  }

  /** Collects a {@link SagaDefinition}. */
  public static final class Builder<T> {
    private final String name;
    private final List<Consumed<?, T>> consumed = new ArrayList<>();
    private @Nullable Function<Event<T>, Emission<?>> done;
    private @Nullable BiFunction<Event<T>, SagaFailure, Emission<?>> undone;

    private Builder(String name, EventType<T> on) {
      this.name = name;
      this.consumed.add(Consumed.asIs(on));
    }

    /** Takes another major too. */
    public <O> Builder<T> upcasting(EventType<O> older, Function<? super O, ? extends T> upcast) {
      consumed.add(new Consumed<>(older, upcast));
      return this;
    }

    /** Publishes this when every step is done. */
    public <D> Builder<T> done(EventType<D> type, Function<Event<T>, D> data) {
      done = event -> new Emission<>(type, data.apply(event));
      return this;
    }

    /** Publishes this when the steps were undone. */
    public <D> Builder<T> undone(EventType<D> type, BiFunction<Event<T>, SagaFailure, D> data) {
      undone = (event, failure) -> new Emission<>(type, data.apply(event, failure));
      return this;
    }

    /** The definition. */
    public SagaDefinition<T> build() {
      return new SagaDefinition<>(name, consumed, done, undone);
    }
  }
}
