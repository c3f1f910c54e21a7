package io.eventwright.generator.load.schema;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Finds schemas that apply themselves to the same value again without end: each such circle would
 * hang any validator.
 */
final class ReferenceLoops {

  private record Visit(SchemaNode node, Iterator<SchemaKey> next) {}

  private ReferenceLoops() {}

  static void report(SchemaSet set, Diagnostics found) {
    Map<SchemaKey, Boolean> finished = new HashMap<>();
    for (SchemaNode start : set.nodes().values()) {
      if (!finished.containsKey(start.key())) {
        search(set, start, finished, found);
      }
    }
  }

  /** Depth first, with a stack of its own: a chain of references may be as long as the input. */
  private static void search(
      SchemaSet set, SchemaNode start, Map<SchemaKey, Boolean> finished, Diagnostics found) {
    Deque<Visit> path = new ArrayDeque<>();
    enter(start, path, finished);
    while (!path.isEmpty()) {
      Visit visit = path.peek();
      if (!visit.next().hasNext()) {
        finished.put(visit.node().key(), true);
        path.pop();
        continue;
      }
      SchemaNode next = set.nodes().get(visit.next().next());
      if (next == null) {
        continue;
      }
      Boolean done = finished.get(next.key());
      if (done == null) {
        enter(next, path, finished);
      } else if (!done) {
        found.error(
            visit.node().location(),
            "reference-loop",
            "This schema applies the schema at "
                + next.location()
                + ", and that one this again, to the same value: it has no end. Break the circle.");
      }
    }
  }

  private static void enter(SchemaNode node, Deque<Visit> path, Map<SchemaKey, Boolean> finished) {
    finished.put(node.key(), false);
    path.push(
        new Visit(node, node.keywords().stream().flatMap(k -> inPlace(k).stream()).iterator()));
  }

  private static List<SchemaKey> inPlace(Keyword keyword) {
    return keyword instanceof Keyword.DynamicReference ? List.of() : keyword.inPlace();
  }
}
