package io.eventwright.generator.emit.java.system;

import io.eventwright.generator.model.EventMinor;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.NeedsTree;
import io.eventwright.generator.model.Subscription;
import io.eventwright.generator.model.WorkerModel;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaPaths;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.model.schema.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The schemas of what workers need of an event's data: an object of just those fields, all of them
 * required, each as the event's own schema has it.
 */
final class NeededSchemas {
  private final SchemaSet schemas;
  private final Map<SchemaKey, SchemaNode> added;

  private NeededSchemas(SchemaSet schemas) {
    this.schemas = schemas;
    this.added = new LinkedHashMap<>(schemas.nodes());
  }

  /** The set with a schema for each minor of what each worker needs. */
  static SchemaSet added(SchemaSet schemas, EventSystem system) {
    NeededSchemas needed = new NeededSchemas(schemas);
    for (WorkerModel worker : system.workers()) {
      if (!worker.needs().isEmpty()) {
        minors(worker, system)
            .forEach(
                minor ->
                    needed.object(
                        key(worker, minor),
                        List.of(schemas.node(SchemaKey.parse(minor.schema()))),
                        NeedsTree.of(worker.needs())));
      }
    }
    return new SchemaSet(needed.added, schemas.roots(), schemas.dynamicAnchors());
  }

  /** What the schema is called in the set. */
  static SchemaKey key(WorkerModel worker, EventMinor minor) {
    return new SchemaKey("urn:eventwright:needs:" + worker.name() + ":" + minor.minor(), "");
  }

  /** The minors of the one major that a worker with needs takes. */
  static List<EventMinor> minors(WorkerModel worker, EventSystem system) {
    Subscription subscription = Objects.requireNonNull(worker.subscription());
    return system.events().stream()
        .filter(contract -> contract.ref().equals(subscription.delivered()))
        .flatMap(contract -> contract.minors().stream())
        .toList();
  }

  private void object(SchemaKey key, List<SchemaNode> described, NeedsTree needs) {
    List<SchemaNode> facets = new ArrayList<>();
    SchemaPaths paths = new SchemaPaths(schemas);
    described.forEach(node -> facets.addAll(paths.facets(node)));
    SchemaNode first = facets.get(0);
    Site site = new Site("needs", first.location());
    Map<String, SchemaKey> properties = new LinkedHashMap<>();
    for (String name : paths.properties(facets).keySet()) {
      NeedsTree below = needs.fields().get(name);
      if (below != null) {
        properties.put(name, property(key, name, SchemaPaths.under(facets, name), below, site));
      }
    }
    List<Keyword> keywords = new ArrayList<>();
    first.find(Keyword.Title.class).ifPresent(keywords::add);
    first.find(Keyword.Description.class).ifPresent(keywords::add);
    keywords.add(new Keyword.Type(site, Set.of(JsonType.OBJECT)));
    keywords.add(new Keyword.Properties(site, properties));
    keywords.add(new Keyword.Required(site, List.copyOf(properties.keySet())));
    added.put(key, new SchemaNode(key, first.location(), first.dialect(), keywords));
  }

  private SchemaKey property(
      SchemaKey parent, String name, List<SchemaKey> under, NeedsTree below, Site site) {
    if (below.isWhole() && under.size() == 1) {
      return under.get(0);
    }
    SchemaKey key = parent.child("/properties/" + name.replace("~", "~0").replace("/", "~1"));
    List<SchemaNode> described = under.stream().map(schemas::node).toList();
    if (!below.isWhole()) {
      object(key, described, below);
    } else {
      SchemaNode first = described.get(0);
      added.put(
          key,
          new SchemaNode(
              key, first.location(), first.dialect(), List.of(new Keyword.AllOf(site, under))));
    }
    return key;
  }
}
