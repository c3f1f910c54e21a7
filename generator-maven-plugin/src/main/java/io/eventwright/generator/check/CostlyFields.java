package io.eventwright.generator.check;

import io.eventwright.generator.bounds.Alternatives;
import io.eventwright.generator.bounds.Items;
import io.eventwright.generator.bounds.Members;
import io.eventwright.generator.bounds.WorstCase;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds the fields of an event that cost most: of the fields at the top the part that has most of
 * their bytes, as deep as that leads.
 */
record CostlyFields(SchemaSet schemas, WorstCase sizes) {

  private static final int DEEPEST = 16;

  /**
   * A field.
   *
   * @param path as in {@code lines[].note}; the members of a map are {@code *}
   * @param bytes of all values that there can be at that path
   */
  record Field(String path, long bytes) {}

  /** A part of a value, with how often there is one. */
  private record Part(String path, List<SchemaNode> nodes, long times, long bytes) {}

  /** The costly part of each field of an object, in the order of the schema. */
  List<Field> of(SchemaNode root) {
    List<Field> fields = new ArrayList<>();
    for (Part part : members(new Part("", List.of(root), 1, sizes.of(List.of(root))))) {
      fields.add(deepest(part));
    }
    return fields;
  }

  private Field deepest(Part top) {
    Part part = top;
    for (int depth = 0; depth < DEEPEST && part.bytes() < WorstCase.MOST; depth++) {
      Part most = null;
      List<Part> inner = members(part);
      inner.addAll(items(part));
      for (Part each : inner) {
        most = most == null || each.bytes() > most.bytes() ? each : most;
      }
      // Where no part stands out the whole is the field to mend.
      if (most == null || most.bytes() < part.bytes() / 2) {
        break;
      }
      part = most;
    }
    return new Field(part.path(), part.bytes());
  }

  private List<Part> members(Part of) {
    List<Part> parts = new ArrayList<>();
    Map<String, Long> bytes = sizes.ofMembers(of.nodes());
    for (List<SchemaNode> way : ways(of.nodes())) {
      Members members = Members.of(schemas, way);
      members
          .named()
          .forEach((name, nodes) -> add(parts, of, name, nodes, bytes.getOrDefault(name, 0L)));
      members
          .entries()
          .forEach(
              entry ->
                  add(parts, of, "*", entry.values(), bytes.getOrDefault(WorstCase.ENTRIES, 0L)));
    }
    return parts;
  }

  private static void add(
      List<Part> parts, Part of, String name, List<SchemaNode> nodes, long bytes) {
    String path = of.path().isEmpty() ? name : of.path() + "." + name;
    if (parts.stream().noneMatch(part -> part.path().equals(path))) {
      parts.add(new Part(path, nodes, of.times(), capped(capped(bytes) * of.times())));
    }
  }

  private List<Part> items(Part of) {
    List<Part> parts = new ArrayList<>();
    for (List<SchemaNode> way : ways(of.nodes())) {
      Items items = Items.of(schemas, way);
      if (items.most() != Items.NO_BOUND && items.most() > 0 && !items.others().isEmpty()) {
        long times = capped(items.most() * of.times());
        long bytes = capped(sizes.of(items.others()) * times);
        parts.add(new Part(of.path() + "[]", items.others(), times, bytes));
      }
    }
    return parts;
  }

  private List<List<SchemaNode>> ways(List<SchemaNode> nodes) {
    try {
      return Alternatives.of(schemas, nodes).ways();
    } catch (Alternatives.TooManyWays unclear) {
      return List.of();
    }
  }

  private static long capped(long bytes) {
    return Math.min(bytes, WorstCase.MOST);
  }
}
