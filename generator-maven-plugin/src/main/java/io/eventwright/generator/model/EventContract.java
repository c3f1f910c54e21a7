package io.eventwright.generator.model;

import java.util.List;

/**
 * One major of an event type, with its minors in order from 0 on, none missing.
 *
 * @param name kebab case, such as {@code order-placed}
 * @param major from 1
 */
public record EventContract(String name, int major, List<EventMinor> minors) {
  public EventContract {
    minors = List.copyOf(minors);
  }

  /** The version that producers write and that the record is made from. */
  public EventMinor newest() {
    return minors.get(minors.size() - 1);
  }

  /** Name and major as in {@code system.yaml}: {@code order-placed@2}. */
  public EventRef ref() {
    return new EventRef(name, major);
  }
}
