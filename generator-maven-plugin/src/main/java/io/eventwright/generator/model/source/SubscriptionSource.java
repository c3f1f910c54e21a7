package io.eventwright.generator.model.source;

import java.util.List;

/**
 * {@code on} and {@code where}.
 *
 * @param on which event
 * @param where conditions on it, all of which must hold
 */
public record SubscriptionSource(Located<EventSelection> on, List<ConditionSource> where) {

  /** Keeps the conditions immutable. */
  public SubscriptionSource {
    where = List.copyOf(where);
  }
}
