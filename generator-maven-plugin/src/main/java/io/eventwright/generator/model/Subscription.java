package io.eventwright.generator.model;

import java.util.List;

/**
 * What a worker listens to: one event type in one or more majors, all delivered as the newest of
 * them.
 *
 * @param majors ascending, at least one; older ones are upcast step by step
 * @param where conditions on the event, all of which must hold
 */
public record Subscription(String event, List<Integer> majors, List<Condition> where) {
  public Subscription {
    majors = List.copyOf(majors);
    where = List.copyOf(where);
  }

  /** One major of an event, all of it. */
  public static Subscription of(EventRef event) {
    return new Subscription(event.name(), List.of(event.major()), List.of());
  }

  /** The major whose record the worker sees. */
  public EventRef delivered() {
    return new EventRef(event, majors.get(majors.size() - 1));
  }
}
