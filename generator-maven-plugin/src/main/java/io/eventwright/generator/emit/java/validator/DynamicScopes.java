package io.eventwright.generator.emit.java.validator;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Works out at generation time what the specification leaves to the moment of validation. */
final class DynamicScopes {

  private final SchemaSet set;
  private final Map<SchemaKey, Set<String>> anchorsThatMatter;

  DynamicScopes(SchemaSet set) {
    this.set = set;
    this.anchorsThatMatter = anchorsThatMatter(set);
  }

  /** The unit of a schema that is reached with nothing around it. */
  Unit root(SchemaKey key) {
    return enter(key, Map.of());
  }

  /** The unit of a schema that is reached from another. */
  Unit enter(SchemaKey key, Unit from) {
    return enter(key, from.scope());
  }

  /** What a dynamic reference in a unit leads to: the outermost of its name. */
  Unit follow(Keyword.DynamicReference reference, Unit from) {
    return enter(from.scope().getOrDefault(reference.anchor(), reference.target()), from);
  }

  private Unit enter(SchemaKey key, Map<String, SchemaKey> around) {
    Set<String> mattering = anchorsThatMatter.getOrDefault(key, Set.of());
    if (mattering.isEmpty()) {
      return new Unit(key, Map.of());
    }
    Map<String, SchemaKey> scope = new TreeMap<>(around);
    set.dynamicAnchors().getOrDefault(key.resource(), Map.of()).forEach(scope::putIfAbsent);
    scope.keySet().retainAll(mattering);
    return new Unit(key, scope);
  }

  /** For each schema the anchors that some dynamic reference reachable from it looks for. */
  private static Map<SchemaKey, Set<String>> anchorsThatMatter(SchemaSet set) {
    Map<SchemaKey, Set<String>> result = new LinkedHashMap<>();
    boolean none =
        set.nodes().values().stream().noneMatch(node -> node.has(Keyword.DynamicReference.class));
    if (none) {
      return result;
    }
    Map<String, List<SchemaKey>> candidates = new LinkedHashMap<>();
    set.dynamicAnchors()
        .values()
        .forEach(
            anchors ->
                anchors.forEach(
                    (name, key) ->
                        candidates.computeIfAbsent(name, n -> new ArrayList<>()).add(key)));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (SchemaNode node : set.nodes().values()) {
        Set<String> names = result.computeIfAbsent(node.key(), key -> new TreeSet<>());
        int before = names.size();
        for (Keyword keyword : node.keywords()) {
          if (keyword instanceof Keyword.DynamicReference dynamic) {
            names.add(dynamic.anchor());
            candidates
                .getOrDefault(dynamic.anchor(), List.of())
                .forEach(key -> names.addAll(result.getOrDefault(key, Set.of())));
          }
          keyword.applied().forEach(key -> names.addAll(result.getOrDefault(key, Set.of())));
        }
        changed |= names.size() > before;
      }
    }
    return result;
  }
}
