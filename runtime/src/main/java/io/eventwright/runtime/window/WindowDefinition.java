package io.eventwright.runtime.window;

import io.eventwright.runtime.event.Consumed;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A worker that folds the events of a window, group by group, and decides on each group's fold when
 * the window is over.
 *
 * <pre>{@code
 * WindowDefinition.folding(ScoreSubmitted.V1, ScoresSummarised.V1)
 *     .groupedBy(event -> event.data().season())
 *     .by(worker::fold)
 *     .closedBy(WorkerDefinition.named("summarise-scores", ScoresSummarised.V1)
 *         .emits(ScoresSummarised.V1).decidedBy(...));
 * }</pre>
 *
 * @param consumed the majors that it takes, the one its code sees first
 * @param group what events are folded together by
 * @param into what they are folded into: an event type, whose codec carries it between invocations
 * @param folder the user's fold
 * @param closing decides on the fold of a group, as on an event of that type
 * @param <T> the record of the event that its code sees
 * @param <W> the record that it folds into
 * @param <S> the entity's state, {@link Void} for none
 */
public record WindowDefinition<T, W, S>(
    List<Consumed<?, T>> consumed,
    Function<Event<T>, String> group,
    EventType<W> into,
    Folder<T, W> folder,
    WorkerDefinition<W, S> closing) {
  public WindowDefinition {
    consumed = List.copyOf(consumed);
  }

  /** The worker's name. */
  public String name() {
    return closing.name();
  }

  /** Begins a definition. */
  public static <T, W> Builder<T, W> folding(EventType<T> consumes, EventType<W> into) {
    return new Builder<>(consumes, into);
  }

  /**
   * Collects a definition; its last step says what becomes of a fold.
   *
   * @param <T> the record of the event that the worker's code sees
   * @param <W> the record that it folds into
   */
  public static final class Builder<T, W> {
    private final List<Consumed<?, T>> consumed = new ArrayList<>();
    private final EventType<W> into;
    private Function<Event<T>, String> group = event -> "";

    private Builder(EventType<T> consumes, EventType<W> into) {
      this.consumed.add(Consumed.asIs(consumes));
      this.into = into;
    }

    /** Takes another major too, by way of an upcaster. */
    public <O> Builder<T, W> upcasting(
        EventType<O> older, Function<? super O, ? extends T> upcast) {
      consumed.add(new Consumed<>(older, upcast));
      return this;
    }

    /** Says which events are folded together: those of one text. */
    public Builder<T, W> groupedBy(Function<Event<T>, String> text) {
      group = text;
      return this;
    }

    /** Names the fold. */
    public Folding<T, W> by(Folder<T, W> folder) {
      return new Folding<>(this, folder);
    }
  }

  /**
   * A definition that lacks only its end.
   *
   * @param <T> the record of the event that the worker's code sees
   * @param <W> the record that it folds into
   */
  public static final class Folding<T, W> {
    private final Builder<T, W> builder;
    private final Folder<T, W> folder;

    private Folding(Builder<T, W> builder, Folder<T, W> folder) {
      this.builder = builder;
      this.folder = folder;
    }

    /** Ends with the worker that decides on each fold; its name is the definition's. */
    public <S> WindowDefinition<T, W, S> closedBy(WorkerDefinition<W, S> closing) {
      return new WindowDefinition<>(builder.consumed, builder.group, builder.into, folder, closing);
    }
  }
}
