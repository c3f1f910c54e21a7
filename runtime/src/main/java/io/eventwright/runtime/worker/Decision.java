package io.eventwright.runtime.worker;

import java.util.List;

/**
 * What a worker returns: values only; the runtime commits it together with the event's inbox row in
 * one transaction, or not at all.
 *
 * @param <S> the entity's state, {@link Void} for a worker that changes none
 */
public sealed interface Decision<S> {

  /** The entity's next version, and the events that this change publishes, in order. */
  record Next<S>(S state, List<Emission<?>> emissions) implements Decision<S> {
    public Next {
      emissions = List.copyOf(emissions);
    }
  }

  /**
   * Events are published and the state stays as it is; the entity still moves to its next version,
   * since that is the events' sequence. For a worker without an entity, the handling of the event
   * is the producing entity.
   */
  record Published<S>(List<Emission<?>> emissions) implements Decision<S> {
    public Published {
      emissions = List.copyOf(emissions);
    }
  }

  /** Nothing changes and nothing is published; the event counts as handled. */
  record Unchanged<S>() implements Decision<S> {}

  /**
   * The worker will not do it. It is an outcome, not a failure: it is recorded, so that a
   * redelivery cannot decide otherwise.
   *
   * @param code a stable word for machines, such as {@code insufficient-funds}
   * @param reason a sentence for people, without sensitive fields
   */
  record Refused<S>(String code, String reason) implements Decision<S> {}

  /** Moves the entity to its next version. */
  static <S> Decision<S> next(S state, Emission<?>... emissions) {
    return new Next<>(state, List.of(emissions));
  }

  /** Publishes, and leaves the state as it is. */
  static <S> Decision<S> publish(Emission<?>... emissions) {
    return new Published<>(List.of(emissions));
  }

  /** Leaves everything as it is. */
  static <S> Decision<S> unchanged() {
    return new Unchanged<>();
  }

  /** Refuses, for good. */
  static <S> Decision<S> refuse(String code, String reason) {
    return new Refused<>(code, reason);
  }
}
