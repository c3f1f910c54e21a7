package io.eventwright.generator.bounds;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.runtime.json.pattern.EcmaPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The members that some schemas together describe.
 *
 * @param named the schemas of each member that has a name in the schemas; members that are refused
 *     are missing
 * @param entries the kinds of members whose names are data; empty for an object that is no map
 */
public record Members(Map<String, List<SchemaNode>> named, List<Entry> entries) {

  /**
   * A kind of members whose names are data.
   *
   * @param names the schemas of the names
   * @param values the schemas of the values; none when nothing is said of them
   * @param patterns expressions that the names have
   */
  public record Entry(List<SchemaNode> names, List<SchemaNode> values, List<String> patterns) {}

  /** The members of an object that fits all schemas. */
  public static Members of(SchemaSet schemas, List<SchemaNode> way) {
    Set<String> names = new LinkedHashSet<>();
    for (SchemaNode node : way) {
      node.find(Keyword.Properties.class).ifPresent(each -> names.addAll(each.schemas().keySet()));
    }
    Map<String, List<SchemaNode>> named = new LinkedHashMap<>();
    for (String name : names) {
      List<SchemaNode> member = member(schemas, way, name);
      if (member.stream().noneMatch(SchemaNode::refusesAll)) {
        named.put(name, member);
      }
    }
    return new Members(named, entries(schemas, way, names));
  }

  private static List<SchemaNode> member(SchemaSet schemas, List<SchemaNode> way, String name) {
    List<SchemaNode> member = new ArrayList<>();
    for (SchemaNode node : way) {
      int before = member.size();
      node.find(Keyword.Properties.class)
          .map(each -> each.schemas().get(name))
          .ifPresent(key -> member.add(schemas.node(key)));
      for (Map.Entry<String, SchemaKey> each : patterns(node).entrySet()) {
        if (EcmaPattern.compile(each.getKey()).find(name)) {
          member.add(schemas.node(each.getValue()));
        }
      }
      if (member.size() == before) {
        node.find(Keyword.AdditionalProperties.class)
            .ifPresent(each -> member.add(schemas.node(each.schema())));
      }
    }
    return member;
  }

  private static List<Entry> entries(
      SchemaSet schemas, List<SchemaNode> way, Set<String> described) {
    List<SchemaNode> names =
        way.stream()
            .flatMap(node -> node.find(Keyword.PropertyNames.class).stream())
            .map(each -> schemas.node(each.schema()))
            .toList();
    if (names.stream().anyMatch(SchemaNode::refusesAll)) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    for (SchemaNode node : way) {
      for (Map.Entry<String, SchemaKey> each : patterns(node).entrySet()) {
        SchemaNode value = schemas.node(each.getValue());
        if (!value.refusesAll()) {
          entries.add(new Entry(names, List.of(value), List.of(each.getKey())));
        }
      }
    }
    List<SchemaNode> others = others(schemas, way);
    if (others.stream().anyMatch(SchemaNode::refusesAll)) {
      return entries;
    }
    // That an object may have more than it names is how versions grow; it is no map for that.
    boolean open = others.stream().allMatch(SchemaNode::acceptsAll);
    if (!open || described.isEmpty() && entries.isEmpty()) {
      entries.add(new Entry(names, others, List.of()));
    }
    return entries;
  }

  /** What is said of members that no schema names. */
  private static List<SchemaNode> others(SchemaSet schemas, List<SchemaNode> way) {
    List<SchemaNode> others = new ArrayList<>();
    for (SchemaNode node : way) {
      node.find(Keyword.AdditionalProperties.class)
          .ifPresent(each -> others.add(schemas.node(each.schema())));
    }
    if (others.isEmpty()) {
      for (SchemaNode node : way) {
        node.find(Keyword.UnevaluatedProperties.class)
            .ifPresent(each -> others.add(schemas.node(each.schema())));
      }
    }
    return others;
  }

  private static Map<String, SchemaKey> patterns(SchemaNode node) {
    return node.find(Keyword.PatternProperties.class)
        .map(Keyword.PatternProperties::schemas)
        .orElse(Map.of());
  }
}
