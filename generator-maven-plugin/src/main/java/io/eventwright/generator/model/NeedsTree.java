package io.eventwright.generator.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Paths by their first names; a path that leads into another one is part of that.
 *
 * @param fields what is needed of each field, sorted by name; empty when all of it is
 */
public record NeedsTree(Map<String, NeedsTree> fields) {
  public NeedsTree {
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
  }

  /** The tree of some paths. */
  public static NeedsTree of(List<List<String>> paths) {
    if (paths.stream().anyMatch(List::isEmpty)) {
      return new NeedsTree(Map.of());
    }
    Map<String, List<List<String>>> byName = new TreeMap<>();
    for (List<String> path : paths) {
      byName
          .computeIfAbsent(path.get(0), name -> new ArrayList<>())
          .add(path.subList(1, path.size()));
    }
    Map<String, NeedsTree> fields = new TreeMap<>();
    byName.forEach((name, below) -> fields.put(name, of(below)));
    return new NeedsTree(fields);
  }

  /** Whether everything below is needed. */
  public boolean isWhole() {
    return fields.isEmpty();
  }

  /** Whether a path is among what is needed. */
  public boolean covers(List<String> path) {
    if (isWhole() || path.isEmpty()) {
      return isWhole();
    }
    NeedsTree below = fields.get(path.get(0));
    return below != null && below.covers(path.subList(1, path.size()));
  }

  /** The paths that lead to what is needed whole, sorted. */
  public List<List<String>> paths() {
    List<List<String>> paths = new ArrayList<>();
    fields.forEach(
        (name, below) -> {
          if (below.isWhole()) {
            paths.add(List.of(name));
          }
          for (List<String> path : below.paths()) {
            List<String> whole = new ArrayList<>(List.of(name));
            whole.addAll(path);
            paths.add(whole);
          }
        });
    return paths;
  }
}
