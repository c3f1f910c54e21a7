package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.pattern.EcmaPattern;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** What several schemas together ask of one value. */
record Facets(List<SchemaNode> nodes) {

  <K extends Keyword> Stream<K> all(Class<K> type) {
    return nodes.stream().flatMap(node -> node.all(type).stream());
  }

  /** Whether one of the schemas lets nothing through. */
  boolean refuseAll() {
    return nodes.stream().anyMatch(SchemaNode::refusesAll);
  }

  /** The values to choose from, empty when the schemas do not list any. */
  Optional<List<JsonValue>> values() {
    List<List<JsonValue>> lists = new ArrayList<>();
    all(Keyword.Enum.class).forEach(each -> lists.add(each.values()));
    all(Keyword.Const.class).forEach(each -> lists.add(List.of(each.value())));
    return lists.isEmpty()
        ? Optional.empty()
        : Optional.of(
            lists.get(0).stream()
                .filter(value -> lists.stream().allMatch(list -> list.contains(value)))
                .toList());
  }

  /** Values that the schemas' author shows. */
  List<JsonValue> shown() {
    return Stream.concat(
            all(Keyword.Examples.class).flatMap(each -> each.values().stream()),
            all(Keyword.Default.class).map(Keyword.Default::value))
        .toList();
  }

  /** The types that all schemas allow; where none names any, what their keywords speak of. */
  List<JsonType> types() {
    Set<JsonType> allowed = EnumSet.allOf(JsonType.class);
    boolean named = false;
    for (SchemaNode node : nodes) {
      Optional<Keyword.Type> type = node.find(Keyword.Type.class);
      if (type.isPresent()) {
        named = true;
        Set<JsonType> types = EnumSet.copyOf(type.get().types());
        if (types.contains(JsonType.NUMBER)) {
          types.add(JsonType.INTEGER);
        }
        allowed.retainAll(types);
      }
    }
    if (!named) {
      return List.of(spokenOf());
    }
    if (allowed.contains(JsonType.NUMBER)) {
      allowed.remove(JsonType.INTEGER);
    }
    return List.copyOf(allowed);
  }

  private JsonType spokenOf() {
    for (Keyword keyword : nodes.stream().flatMap(node -> node.keywords().stream()).toList()) {
      JsonType type = KeywordTypes.of(keyword);
      if (type != null) {
        return type;
      }
    }
    return JsonType.STRING;
  }

  /** The largest of some lower bounds. */
  <K extends Keyword> int largest(Class<K> type, ToIntFunction<K> value, int otherwise) {
    return Math.max(otherwise, all(type).mapToInt(value).max().orElse(otherwise));
  }

  /** The smallest of some upper bounds. */
  <K extends Keyword> int smallest(Class<K> type, ToIntFunction<K> value) {
    return all(type).mapToInt(value).min().orElse(Integer.MAX_VALUE);
  }

  /** The names that are required, and those that these require, in order. */
  Set<String> required() {
    Set<String> names = new LinkedHashSet<>();
    all(Keyword.Required.class).forEach(each -> names.addAll(each.names()));
    addDependent(names);
    return names;
  }

  /** Adds the names that names already there require. */
  void addDependent(Set<String> names) {
    List<Keyword.DependentRequired> rules = all(Keyword.DependentRequired.class).toList();
    boolean more = true;
    while (more) {
      more = false;
      for (Keyword.DependentRequired rule : rules) {
        for (Map.Entry<String, List<String>> each : rule.names().entrySet()) {
          more |= names.contains(each.getKey()) && names.addAll(each.getValue());
        }
      }
    }
  }

  /** The names of all properties that are described, in the order of the documents. */
  Set<String> described() {
    Set<String> names = new LinkedHashSet<>();
    all(Keyword.Properties.class).forEach(each -> names.addAll(each.schemas().keySet()));
    return names;
  }

  /** The schemas of a member. */
  List<SchemaKey> member(String name) {
    List<SchemaKey> keys = new ArrayList<>();
    for (SchemaNode node : nodes) {
      int before = keys.size();
      node.find(Keyword.Properties.class)
          .map(each -> each.schemas().get(name))
          .ifPresent(keys::add);
      node.find(Keyword.PatternProperties.class)
          .ifPresent(
              each ->
                  each.schemas()
                      .forEach(
                          (regex, key) -> {
                            if (EcmaPattern.compile(regex).find(name)) {
                              keys.add(key);
                            }
                          }));
      if (keys.size() == before) {
        node.find(Keyword.AdditionalProperties.class).ifPresent(each -> keys.add(each.schema()));
      }
    }
    if (keys.isEmpty()) {
      all(Keyword.UnevaluatedProperties.class).forEach(each -> keys.add(each.schema()));
    }
    return keys;
  }

  /** The schemas of an item. */
  List<SchemaKey> item(int index) {
    List<SchemaKey> keys = new ArrayList<>();
    for (SchemaNode node : nodes) {
      List<SchemaKey> prefix =
          node.find(Keyword.PrefixItems.class).map(Keyword.PrefixItems::schemas).orElse(List.of());
      if (index < prefix.size()) {
        keys.add(prefix.get(index));
      } else {
        node.find(Keyword.Items.class).ifPresent(each -> keys.add(each.schema()));
      }
    }
    if (keys.isEmpty()) {
      all(Keyword.UnevaluatedItems.class).forEach(each -> keys.add(each.schema()));
    }
    return keys;
  }
}
