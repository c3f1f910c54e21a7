package io.eventwright.generator.emit.saga;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The states that a flow can come to. The service refuses a definition with others, and a
 * compensation may have nobody who leads to it: that of a block in which only single steps fail.
 */
final class Reachable {

  private Reachable() {}

  /** Takes out what cannot be reached. */
  static Map<String, Object> from(String start, Map<String, Object> states) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (reached.add(name) && states.get(name) instanceof Map<?, ?> state) {
        follow(state, open);
      }
    }
    states.keySet().retainAll(reached);
    return states;
  }

  private static void follow(Map<?, ?> from, Deque<String> open) {
    for (String field : List.of("Next", "Default")) {
      if (from.get(field) instanceof String next) {
        open.add(next);
      }
    }
    for (String field : List.of("Choices", "Catch")) {
      if (from.get(field) instanceof List<?> rules) {
        rules.forEach(
            rule -> {
              if (rule instanceof Map<?, ?> one) {
                follow(one, open);
              }
            });
      }
    }
  }
}
