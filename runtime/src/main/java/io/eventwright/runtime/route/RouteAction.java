package io.eventwright.runtime.route;

import io.eventwright.runtime.entity.EntityType;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.projection.ProjectionType;
import io.eventwright.runtime.worker.WorkerDefinition;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is done with a request. */
public sealed interface RouteAction {

  /**
   * Its body becomes an event, stored before the answer is given.
   *
   * @param about gives the event's subject; null for the request itself
   * @param <T> the event's record
   */
  record Publish<T>(EventType<T> type, @Nullable Function<T, String> about)
      implements RouteAction {}

  /**
   * A worker decides on it, and the answer says what.
   *
   * @param body what the request's body is; the worker sees it as that event
   * @param worker that decides
   * @param <T> the event's record
   * @param <S> the entity's state
   */
  record Call<T, S>(EventType<T> body, WorkerDefinition<T, S> worker) implements RouteAction {}

  /**
   * It answers a saga's step that waits.
   *
   * @param body what the answer is
   * @param saga that waits
   * @param step that waits
   * @param reference of what is answered
   * @param approval whether the answer's {@code approved} says yes or no
   * @param allowed the claim that the caller's token must have, and its value; null for any caller
   * @param <T> the answer's record
   */
  record Answer<T>(
      EventType<T> body,
      String saga,
      String step,
      Key reference,
      boolean approval,
      @Nullable Claim allowed)
      implements RouteAction {}

  /**
   * It tells a saga's step that its answer is still to come.
   *
   * @param saga that waits
   * @param step that waits
   * @param reference of what is answered
   * @param allowed the claim that the caller's token must have, and its value; null for any caller
   */
  record Keep(String saga, String step, Key reference, @Nullable Claim allowed)
      implements RouteAction {}

  /** What a token must say. */
  record Claim(String name, String value) {}

  /**
   * An entity as it is now.
   *
   * @param <S> the entity's state
   */
  record ReadEntity<S>(EntityType<S> type, Key key) implements RouteAction {}

  /**
   * The rows of a read model under one key, page by page.
   *
   * @param <R> the row's record
   */
  record ReadRows<R>(ProjectionType<R> type, Key key) implements RouteAction {}

  /**
   * Where a read finds what it is asked for.
   *
   * @param place of the identifier
   * @param name of the parameter or claim
   */
  record Key(Place place, String name) {}

  /** Where in a request a text stands. */
  enum Place {
    /** A path parameter. */
    PATH,
    /** A claim of the caller's token. */
    CLAIM
  }
}
