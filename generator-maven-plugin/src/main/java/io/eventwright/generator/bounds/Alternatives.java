package io.eventwright.generator.bounds;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ways to read what is said of one value. Every value that some schemas accept fits all schemas
 * of at least one way.
 *
 * @param ways for each choice of arms, the schemas that then speak of the value: the given ones,
 *     what they refer to, the parts of {@code allOf}, and the chosen arms
 * @param together whether a value may take several ways at once, so that it may have the members of
 *     all of them
 */
public record Alternatives(List<List<SchemaNode>> ways, boolean together) {

  /** More ways than these are not multiplied out any more: each choice is then taken alone. */
  private static final int MOST_PRODUCTS = 64;

  private static final int MOST_WAYS = 2_000;

  /** Keeps the ways immutable. */
  public Alternatives {
    ways = ways.stream().map(List::copyOf).toList();
  }

  /**
   * All ways.
   *
   * @throws TooManyWays when there are more than anyone could look at
   */
  public static Alternatives of(SchemaSet schemas, Collection<SchemaNode> nodes) {
    Expansion expansion = new Expansion(schemas);
    Map<SchemaKey, SchemaNode> all = expansion.closed(new LinkedHashMap<>(), nodes);
    List<List<SchemaNode>> ways = new ArrayList<>();
    boolean complete = expansion.multiply(all, 0, ways);
    if (!complete) {
      ways.clear();
      expansion.single(all, 0, ways);
    }
    return new Alternatives(
        ways.stream().filter(way -> way.stream().noneMatch(SchemaNode::refusesAll)).toList(),
        expansion.together || !complete);
  }

  /** A schema with more combinations than can be looked at. */
  public static final class TooManyWays extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyWays() {
      super("more than " + MOST_WAYS + " ways");
    }
  }

  /** Choices are found in the order of the schemas, so those of an arm come after all others. */
  private static final class Expansion {

    private final SchemaSet schemas;
    private boolean together;

    Expansion(SchemaSet schemas) {
      this.schemas = schemas;
    }

    /** The schemas before, and what the added ones bring along. */
    Map<SchemaKey, SchemaNode> closed(
        Map<SchemaKey, SchemaNode> before, Collection<SchemaNode> added) {
      Map<SchemaKey, SchemaNode> all = new LinkedHashMap<>(before);
      List<SchemaNode> open = new ArrayList<>(added);
      for (int i = 0; i < open.size(); i++) {
        SchemaNode node = open.get(i);
        if (all.putIfAbsent(node.key(), node) == null) {
          for (Keyword keyword : node.keywords()) {
            if (keyword instanceof Keyword.Reference || keyword instanceof Keyword.AllOf) {
              keyword.inPlace().forEach(key -> open.add(schemas.node(key)));
            }
          }
        }
      }
      return all;
    }

    /** Adds each combination of arms; false when there are too many of them. */
    boolean multiply(Map<SchemaKey, SchemaNode> all, int from, List<List<SchemaNode>> ways) {
      List<List<List<SchemaKey>>> choices = choices(all);
      if (from == choices.size()) {
        ways.add(List.copyOf(all.values()));
        return ways.size() <= MOST_PRODUCTS;
      }
      for (List<SchemaKey> arm : choices.get(from)) {
        if (!multiply(closed(all, nodes(arm)), from + 1, ways)) {
          return false;
        }
      }
      return true;
    }

    /** Adds each arm on its own: looser, but what fits a combination fits each of its arms. */
    void single(Map<SchemaKey, SchemaNode> all, int from, List<List<SchemaNode>> ways) {
      List<List<List<SchemaKey>>> choices = choices(all);
      if (from == choices.size()) {
        ways.add(List.copyOf(all.values()));
      }
      if (ways.size() > MOST_WAYS) {
        throw new TooManyWays();
      }
      for (List<List<SchemaKey>> choice : choices.subList(from, choices.size())) {
        for (List<SchemaKey> arm : choice) {
          single(closed(all, nodes(arm)), choices.size(), ways);
        }
      }
    }

    private List<SchemaNode> nodes(List<SchemaKey> keys) {
      return keys.stream().map(schemas::node).toList();
    }

    private List<List<List<SchemaKey>>> choices(Map<SchemaKey, SchemaNode> all) {
      List<List<List<SchemaKey>>> choices = new ArrayList<>();
      for (SchemaNode node : all.values()) {
        for (Keyword keyword : node.keywords()) {
          if (keyword instanceof Keyword.AnyOf any) {
            together |= any.schemas().size() > 1;
            choices.add(any.schemas().stream().map(List::of).toList());
          } else if (keyword instanceof Keyword.OneOf one) {
            choices.add(one.schemas().stream().map(List::of).toList());
          } else if (keyword instanceof Keyword.IfThenElse conditional) {
            choices.add(arms(conditional));
          } else if (keyword instanceof Keyword.DependentSchemas dependent) {
            // Without the property that they depend on they ask nothing.
            dependent
                .schemas()
                .values()
                .forEach(key -> choices.add(List.of(List.of(), List.of(key))));
          } else if (keyword instanceof Keyword.DynamicReference dynamic) {
            choices.add(targets(dynamic));
          }
        }
      }
      return choices;
    }

    private static List<List<SchemaKey>> arms(Keyword.IfThenElse conditional) {
      SchemaKey then = conditional.then();
      SchemaKey otherwise = conditional.otherwise();
      return List.of(
          then == null ? List.of(conditional.condition()) : List.of(conditional.condition(), then),
          otherwise == null ? List.of() : List.of(otherwise));
    }

    /** Which one it is the callers decide, so it may be any of that name. */
    private List<List<SchemaKey>> targets(Keyword.DynamicReference dynamic) {
      Set<SchemaKey> targets = new TreeSet<>();
      targets.add(dynamic.target());
      schemas
          .dynamicAnchors()
          .values()
          .forEach(
              anchors -> {
                SchemaKey target = anchors.get(dynamic.anchor());
                if (target != null) {
                  targets.add(target);
                }
              });
      return targets.stream().map(List::of).toList();
    }
  }
}
