package io.eventwright.local.states.query;

import io.eventwright.local.states.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What both query languages do with lists. */
final class Sequences {
  private static final int LONGEST_RANGE = 1000;

  private Sequences() {}

  static List<@Nullable Object> partition(List<@Nullable Object> array, long size) {
    if (size <= 0) {
      throw new IllegalArgumentException("the size of a partition must be positive");
    }
    List<@Nullable Object> parts = new ArrayList<>();
    for (long from = 0; from < array.size(); from += size) {
      parts.add(
          new ArrayList<>(array.subList((int) from, (int) Math.min(array.size(), from + size))));
    }
    return parts;
  }

  /** From the first to the last number, the last included. */
  static List<@Nullable Object> range(long first, long last, long step) {
    if (step == 0) {
      throw new IllegalArgumentException("the step of a range must not be zero");
    }
    if ((last - first) / step >= LONGEST_RANGE) {
      throw new IllegalArgumentException("a range has at most " + LONGEST_RANGE + " items");
    }
    List<@Nullable Object> numbers = new ArrayList<>();
    for (long next = first; step > 0 ? next <= last : next >= last; next += step) {
      numbers.add(next);
    }
    return numbers;
  }

  static List<@Nullable Object> unique(List<@Nullable Object> array) {
    List<@Nullable Object> seen = new ArrayList<>();
    for (Object item : array) {
      if (seen.stream().noneMatch(other -> Json.same(other, item))) {
        seen.add(item);
      }
    }
    return seen;
  }
}
