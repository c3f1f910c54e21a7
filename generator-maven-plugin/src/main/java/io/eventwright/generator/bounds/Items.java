package io.eventwright.generator.bounds;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The items that some schemas together describe.
 *
 * @param first the schemas of each item at a place of its own
 * @param others the schemas of all items after these; none when nothing is said of them
 * @param most how many there can be, {@link #NO_BOUND} when nothing says
 */
public record Items(List<List<SchemaNode>> first, List<SchemaNode> others, long most) {

  /** More than any array has. */
  public static final long NO_BOUND = Long.MAX_VALUE;

  /** Places beyond these are not told apart. */
  private static final int MOST_PLACES = 1_000;

  /** The items of an array that fits all schemas. */
  public static Items of(SchemaSet schemas, List<SchemaNode> way) {
    int places =
        way.stream()
            .flatMap(node -> node.find(Keyword.PrefixItems.class).stream())
            .mapToInt(each -> each.schemas().size())
            .max()
            .orElse(0);
    List<List<SchemaNode>> first = new ArrayList<>();
    for (int i = 0; i < Math.min(places, MOST_PLACES); i++) {
      first.add(at(schemas, way, i));
    }
    List<SchemaNode> others = at(schemas, way, Integer.MAX_VALUE);
    long most = NO_BOUND;
    for (SchemaNode node : way) {
      for (Keyword.MaxItems each : node.all(Keyword.MaxItems.class)) {
        most = each.value() == Integer.MAX_VALUE ? most : Math.min(most, each.value());
      }
    }
    for (int i = 0; i <= places; i++) {
      List<SchemaNode> here = i < first.size() ? first.get(i) : at(schemas, way, i);
      if (here.stream().anyMatch(SchemaNode::refusesAll)) {
        most = Math.min(most, i);
      }
    }
    boolean unique = way.stream().anyMatch(node -> node.has(Keyword.UniqueItems.class));
    Optional<Integer> listed =
        unique && places == 0 ? Listed.count(schemas, others) : Optional.empty();
    return new Items(
        first, others, Math.min(most, listed.map(Integer::longValue).orElse(NO_BOUND)));
  }

  private static List<SchemaNode> at(SchemaSet schemas, List<SchemaNode> way, int index) {
    List<SchemaNode> item = new ArrayList<>();
    for (SchemaNode node : way) {
      Optional<Keyword.PrefixItems> prefix = node.find(Keyword.PrefixItems.class);
      if (prefix.isPresent() && index < prefix.get().schemas().size()) {
        item.add(schemas.node(prefix.get().schemas().get(index)));
      } else {
        node.find(Keyword.Items.class).ifPresent(each -> item.add(schemas.node(each.schema())));
      }
    }
    boolean contains = way.stream().anyMatch(node -> node.has(Keyword.Contains.class));
    if (item.isEmpty() && !contains) {
      for (SchemaNode node : way) {
        node.find(Keyword.UnevaluatedItems.class)
            .ifPresent(each -> item.add(schemas.node(each.schema())));
      }
    }
    return item;
  }
}
