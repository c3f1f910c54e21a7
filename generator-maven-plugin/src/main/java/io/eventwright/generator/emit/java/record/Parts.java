package io.eventwright.generator.emit.java.record;

import java.util.ArrayList;
import java.util.List;

/** Long lists in parts, so that no method that speaks of them all outgrows 64 kB (JVMS 4.7.3). */
final class Parts {

  /** Members that one method speaks of; each takes at most a few dozen bytes. */
  private static final int SIZE = 100;

  /** What a record can have goes into one method. */
  private static final int WHOLE = 256;

  private Parts() {}

  /** The list in parts; a list that is no longer than a record's is one. */
  static <T> List<List<T>> of(List<T> all) {
    return all.size() <= WHOLE ? List.of(all) : inParts(all);
  }

  private static <T> List<List<T>> inParts(List<T> all) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += SIZE) {
      parts.add(all.subList(from, Math.min(all.size(), from + SIZE)));
    }
    return parts;
  }
}
