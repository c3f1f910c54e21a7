package io.eventwright.generator.bounds;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values that schemas list. */
final class Listed {

  private Listed() {}

  /** The values that {@code enum} and {@code const} leave, empty when there are neither. */
  static Optional<List<JsonValue>> values(List<SchemaNode> way) {
    List<List<JsonValue>> lists = new ArrayList<>();
    for (SchemaNode node : way) {
      node.find(Keyword.Enum.class).ifPresent(each -> lists.add(each.values()));
      node.find(Keyword.Const.class).ifPresent(each -> lists.add(List.of(each.value())));
    }
    return lists.isEmpty()
        ? Optional.empty()
        : Optional.of(
            lists.get(0).stream()
                .filter(value -> lists.stream().allMatch(list -> list.contains(value)))
                .toList());
  }

  /** How many values there are in all ways, empty when a way does not list them. */
  static Optional<Integer> count(SchemaSet schemas, List<SchemaNode> nodes) {
    Set<JsonValue> all = new LinkedHashSet<>();
    for (List<SchemaNode> way : Alternatives.of(schemas, nodes).ways()) {
      Optional<List<JsonValue>> values = values(way);
      if (values.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(values.get());
    }
    return Optional.of(all.size());
  }
}
