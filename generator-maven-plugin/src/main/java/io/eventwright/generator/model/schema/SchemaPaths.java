package io.eventwright.generator.model.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Looks up what schemas say of a path of property names. A value may be described in several
 * places: by a reference and what stands beside it, and by every part of {@code allOf}.
 *
 * @param schemas where references lead
 */
public record SchemaPaths(SchemaSet schemas) {

  /** Every schema that a value described by {@code node} must fit, {@code node} first. */
  public List<SchemaNode> facets(SchemaNode node) {
    List<SchemaNode> facets = new ArrayList<>();
    Set<SchemaKey> seen = new HashSet<>();
    Deque<SchemaNode> open = new ArrayDeque<>(List.of(node));
    while (!open.isEmpty()) {
      SchemaNode next = open.remove();
      if (seen.add(next.key())) {
        facets.add(next);
        next.find(Keyword.Reference.class).ifPresent(each -> open.add(schemas.node(each.target())));
        next.find(Keyword.AllOf.class)
            .ifPresent(each -> each.schemas().forEach(key -> open.add(schemas.node(key))));
      }
    }
    return facets;
  }

  /** The properties of an object, each by name with the schemas that speak of it. */
  public Map<String, List<SchemaNode>> properties(List<SchemaNode> facets) {
    Map<String, List<SchemaNode>> properties = new LinkedHashMap<>();
    for (SchemaNode facet : facets) {
      facet
          .find(Keyword.Properties.class)
          .ifPresent(
              each ->
                  each.schemas()
                      .forEach(
                          (name, key) ->
                              properties
                                  .computeIfAbsent(name, any -> new ArrayList<>())
                                  .addAll(facets(schemas.node(key)))));
    }
    return properties;
  }

  /** The schemas that stand under the name of one property, each as it is referred to. */
  public static List<SchemaKey> under(List<SchemaNode> facets, String name) {
    return facets.stream()
        .flatMap(facet -> facet.find(Keyword.Properties.class).stream())
        .map(properties -> properties.schemas().get(name))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Whether an object must have a property. */
  public static boolean requires(List<SchemaNode> facets, String name) {
    return facets.stream()
        .flatMap(facet -> facet.find(Keyword.Required.class).stream())
        .anyMatch(required -> required.names().contains(name));
  }
}
