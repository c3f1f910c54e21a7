package io.eventwright.generator.emit.saga.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a picture of a saga shows: its states and where they lead. Left out is what every saga has
 * and what hides the rest: the second start of an event, and waiting for a person.
 *
 * @param nodes in the order of the states
 * @param edges in the order of the states
 */
record SagaGraph(List<Node> nodes, List<Edge> edges) {

  /** What a node stands for, and how it looks. */
  enum Kind {
    STEP,
    BLOCK,
    COMPENSATION,
    END
  }

  /** How one leads to another. */
  enum Path {
    HAPPY,
    BRANCH,
    COMPENSATION
  }

  record Node(String name, Kind kind) {}

  record Edge(String from, String to, Path path) {}

  private static final String UNDO = "Undo ";

  /** Of the states as they are emitted, those of branches and maps among them. */
  static SagaGraph of(Map<String, Object> states) {
    return collected(states, true);
  }

  /** The same without what is in branches and maps. */
  static SagaGraph outlineOf(Map<String, Object> states) {
    return collected(states, false);
  }

  private static SagaGraph collected(Map<String, Object> states, boolean within) {
    Collector collector = new Collector(within);
    collector.flow(states);
    return collector.graph();
  }

  private static final class Collector {
    private final boolean within;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<Edge> edges = new LinkedHashSet<>();

    Collector(boolean within) {
      this.within = within;
    }

    void flow(Map<?, ?> states) {
      states.forEach(
          (key, value) -> {
            String name = String.valueOf(key);
            if (value instanceof Map<?, ?> state && isShown(name)) {
              state(name, state);
            }
          });
    }

    private void state(String name, Map<?, ?> state) {
      nodes.put(name, new Node(name, kind(name, state)));
      Path path = nodes.get(name).kind() == Kind.COMPENSATION ? Path.COMPENSATION : Path.HAPPY;
      edge(name, state.get("Next"), path);
      edge(name, state.get("Default"), path);
      each(state.get("Choices"), rule -> edge(name, rule.get("Next"), path));
      each(state.get("Catch"), rule -> edge(name, rule.get("Next"), Path.COMPENSATION));
      each(state.get("Branches"), branch -> inner(name, branch));
      if (state.get("ItemProcessor") instanceof Map<?, ?> processor) {
        inner(name, processor);
      }
    }

    private void inner(String block, Map<?, ?> flow) {
      if (!within) {
        return;
      }
      edge(block, flow.get("StartAt"), Path.BRANCH);
      if (flow.get("States") instanceof Map<?, ?> states) {
        flow(states);
      }
    }

    private void edge(String from, Object to, Path path) {
      if (to instanceof String next && isShown(next)) {
        edges.add(new Edge(from, next, path));
      }
    }

    private static void each(Object list, java.util.function.Consumer<Map<?, ?>> what) {
      if (list instanceof List<?> items) {
        items.forEach(
            item -> {
              if (item instanceof Map<?, ?> one) {
                what.accept(one);
              }
            });
      }
    }

    private static boolean isShown(String name) {
      return !name.equals("Already started")
          && !name.matches("(Parked|Go on|Aborted|End)( \\(.*\\))?");
    }

    private static Kind kind(String name, Map<?, ?> state) {
      if (name.startsWith(UNDO) || name.startsWith("Take back ")) {
        return Kind.COMPENSATION;
      }
      if (name.equals("Done") || name.equals("Undone")) {
        return Kind.END;
      }
      return "Task".equals(state.get("Type")) ? Kind.STEP : Kind.BLOCK;
    }

    SagaGraph graph() {
      List<Edge> known =
          edges.stream()
              .filter(edge -> nodes.containsKey(edge.from()) && nodes.containsKey(edge.to()))
              .toList();
      return new SagaGraph(new ArrayList<>(nodes.values()), known);
    }
  }
}
