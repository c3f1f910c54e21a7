package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers all schemas that speak of one value, with a choice made wherever there is one. */
record Schemas(SchemaSet set, SeededNumbers random, Fullness fullness) {

  /** The schemas that a value has to fit, through references and combinations. */
  List<SchemaNode> inPlay(List<SchemaKey> keys) {
    List<SchemaNode> nodes = new ArrayList<>();
    Set<SchemaKey> seen = new HashSet<>();
    keys.forEach(key -> add(key, nodes, seen));
    return nodes;
  }

  private void add(SchemaKey key, List<SchemaNode> nodes, Set<SchemaKey> seen) {
    if (!seen.add(key)) {
      return;
    }
    SchemaNode node = set.node(key);
    nodes.add(node);
    for (Keyword keyword : node.keywords()) {
      for (SchemaKey chosen : chosen(node, keyword)) {
        add(chosen, nodes, seen);
      }
    }
  }

  private List<SchemaKey> chosen(SchemaNode node, Keyword keyword) {
    if (keyword instanceof Keyword.Reference
        || keyword instanceof Keyword.DynamicReference
        || keyword instanceof Keyword.AllOf) {
      return keyword.inPlace();
    }
    if (keyword instanceof Keyword.AnyOf || keyword instanceof Keyword.OneOf) {
      return List.of(random.pick(keyword.inPlace()));
    }
    if (keyword instanceof Keyword.IfThenElse either) {
      if (random.oneIn(2)) {
        return either.then() == null
            ? List.of(either.condition())
            : List.of(either.condition(), either.then());
      }
      return either.otherwise() == null ? List.of() : List.of(either.otherwise());
    }
    if (keyword instanceof Keyword.DependentSchemas dependent) {
      Set<String> present = new HashSet<>();
      node.find(Keyword.Required.class).ifPresent(required -> present.addAll(required.names()));
      return dependent.schemas().entrySet().stream()
          .filter(each -> fullness.isFull() || present.contains(each.getKey()))
          .map(Map.Entry::getValue)
          .toList();
    }
    return List.of();
  }
}
