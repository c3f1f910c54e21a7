package io.eventwright.generator.model.source;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Some majors of an event, as in {@code order-placed@1..2}.
 *
 * @param event name of the event
 * @param majors which of its majors
 */
public record EventSelection(String event, Majors majors) {

  /** Which majors of an event. */
  public sealed interface Majors {}

  /** Those from {@code first} to {@code last}, both included. */
  public record Range(int first, int last) implements Majors {}

  /** Every major that there is. */
  public record All() implements Majors {}

  /** Those of the existing majors that are selected, in their order. */
  public List<Integer> among(List<Integer> existing) {
    return majors instanceof Range range
        ? existing.stream()
            .filter(major -> range.first() <= major && major <= range.last())
            .collect(Collectors.toList())
        : existing;
  }

  /** As it is written in {@code system.yaml}. */
  @Override
  public String toString() {
    if (majors instanceof Range range) {
      return event
          + "@"
          + range.first()
          + (range.first() == range.last() ? "" : ".." + range.last());
    }
    return event + "@latest";
  }
}
