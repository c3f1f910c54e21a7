package io.eventwright.generator.check;

import io.eventwright.generator.bounds.Types;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.SagaPath;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.source.SystemUnderCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a saga knows at one of its steps, on every path that leads there.
 *
 * @param schemas the schemas that speak of each value, by the root of its path
 * @param local the roots that are known within the blocks around only, and lost when one fails
 * @param inBlock whether there is a block around
 */
record SagaKnowledge(Map<String, List<SchemaNode>> schemas, Set<String> local, boolean inBlock) {
  SagaKnowledge {
    schemas = new LinkedHashMap<>(schemas);
    local = new LinkedHashSet<>(local);
  }

  static SagaKnowledge nothing() {
    return new SagaKnowledge(Map.of(), Set.of(), false);
  }

  /** The same, to learn more within a case of a choice. */
  SagaKnowledge copy() {
    return new SagaKnowledge(schemas, local, inBlock);
  }

  /** The same at the beginning of a branch or an item. */
  SagaKnowledge block() {
    return new SagaKnowledge(schemas, local, true);
  }

  void learn(String root, List<SchemaNode> facets) {
    schemas.put(root, facets);
    if (inBlock) {
      local.add(root);
    }
  }

  /** An item, which is known again when the block is undone. */
  void item(String root, List<SchemaNode> facets) {
    schemas.put(root, facets);
  }

  boolean knows(SagaPath path) {
    return isText(path) || isEnvelope(path) || schemas.containsKey(path.root());
  }

  /** The execution's name and what an answer names, which are texts. */
  static boolean isText(SagaPath path) {
    return path.root().equals(SagaPath.EXECUTION) || path.root().equals(SagaPath.CALLBACK);
  }

  /** Whether it leads into the envelope, or names the event as a whole. */
  static boolean isEnvelope(SagaPath path) {
    return path.root().equals(SagaPath.EVENT)
        && !(path.parts().size() > 1 && path.parts().get(1).equals("data"));
  }

  /** What the schemas say of a path whose root is known. */
  PathLookup lookup(SagaPath path, SystemUnderCheck system) {
    SchemaPaths paths = new SchemaPaths(system.schemas());
    List<SchemaNode> facets = schemas.getOrDefault(path.root(), List.of());
    List<String> rest = path.rest();
    if (path.root().equals(SagaPath.EVENT)) {
      rest = rest.subList(Math.min(1, rest.size()), rest.size());
    }
    boolean required = true;
    boolean within = false;
    for (String name : rest) {
      required &= !within || Types.of(facets).equals(Set.of(JsonType.OBJECT));
      within = true;
      Map<String, List<SchemaNode>> properties = paths.properties(facets);
      if (!properties.containsKey(name)) {
        return new PathLookup.Missing(name, properties.keySet());
      }
      required &= SchemaPaths.requires(facets, name);
      facets = properties.get(name);
    }
    return new PathLookup.Found(facets, required);
  }

  /** The schemas that speak of each item of a list. */
  static List<SchemaNode> items(List<SchemaNode> list, SystemUnderCheck system) {
    SchemaPaths paths = new SchemaPaths(system.schemas());
    List<SchemaNode> items = new ArrayList<>();
    for (SchemaNode facet : list) {
      facet
          .find(Keyword.Items.class)
          .ifPresent(each -> items.addAll(paths.facets(system.schemas().node(each.schema()))));
    }
    return items;
  }

  /** The schemas that speak of a record's data. */
  static List<SchemaNode> facets(EventRef event, SystemUnderCheck system) {
    return system
        .event(event.name(), event.major())
        .flatMap(contract -> system.schemas().root(contract.newest().file()))
        .map(root -> new SchemaPaths(system.schemas()).facets(root))
        .orElse(List.of());
  }
}
