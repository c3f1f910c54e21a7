package io.eventwright.runtime.projection;

import io.eventwright.runtime.event.Consumed;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.event.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How events become rows of a read model.
 *
 * <pre>{@code
 * ProjectionDefinition.of(PurchaseHistory.TYPE)
 *     .from(PurchaseCompleted.V1, event -> event.data().playerId().value(), rows::row)
 *     .from(PurchaseCancelled.V1, event -> event.data().playerId().value(), rows::row)
 *     .build();
 * }</pre>
 *
 * @param type the read model
 * @param sources the events that it is built from
 * @param <R> the row's record
 */
public record ProjectionDefinition<R>(ProjectionType<R> type, List<Source<?, R>> sources) {
  public ProjectionDefinition {
    sources = List.copyOf(sources);
  }

  /**
   * One event type that feeds the read model.
   *
   * @param consumed the majors, the one that the functions see first
   * @param key the projection's key, from the event; not blank
   * @param row the row, from the event
   */
  public record Source<T, R>(
      List<Consumed<?, T>> consumed, Function<Event<T>, String> key, Function<Event<T>, R> row) {
    public Source {
      consumed = List.copyOf(consumed);
    }
  }

  /** Begins the definition. */
  public static <R> Builder<R> of(ProjectionType<R> type) {
    return new Builder<>(type);
  }

  /** Collects a {@link ProjectionDefinition}. */
  public static final class Builder<R> {
    private final ProjectionType<R> type;
    private final List<Source<?, R>> sources = new ArrayList<>();

    private Builder(ProjectionType<R> type) {
      this.type = type;
    }

    /** Feeds it from one major. */
    public <T> Builder<R> from(
        EventType<T> event, Function<Event<T>, String> key, Function<Event<T>, R> row) {
      sources.add(new Source<>(List.of(Consumed.asIs(event)), key, row));
      return this;
    }

    /**
     * Feeds it from an older major too, which the upcast turns into one that {@code from} names.
     */
    public <O, T> Builder<R> upcasting(
        EventType<O> older,
        Function<? super O, ? extends T> upcast,
        Function<Event<T>, String> key,
        Function<Event<T>, R> row) {
      sources.add(new Source<>(List.of(new Consumed<O, T>(older, upcast)), key, row));
      return this;
    }

    /** The definition. */
    public ProjectionDefinition<R> build() {
      return new ProjectionDefinition<>(type, sources);
    }
  }
}
