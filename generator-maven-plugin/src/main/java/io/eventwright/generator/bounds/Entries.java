package io.eventwright.generator.bounds;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.List;
import java.util.Optional;

/** How many members an object can have. */
public final class Entries {

  /** More than any object has. */
  public static final long NO_BOUND = Long.MAX_VALUE;

  private Entries() {}

  /**
   * Whether something bounds the members of an object that fits some schemas: their names are in
   * the schemas, or their number is.
   */
  public static boolean areBounded(SchemaSet schemas, List<SchemaNode> way) {
    return Math.min(most(way), of(schemas, Members.of(schemas, way))) != NO_BOUND;
  }

  /** How many members there can be at all. */
  static long most(List<SchemaNode> way) {
    long most = NO_BOUND;
    for (SchemaNode node : way) {
      for (Keyword.MaxProperties each : node.all(Keyword.MaxProperties.class)) {
        most = each.value() == Integer.MAX_VALUE ? most : Math.min(most, each.value());
      }
    }
    return most;
  }

  /** How many members there can be whose names are data; 0 for an object that is no map. */
  static long of(SchemaSet schemas, Members members) {
    long entries = 0;
    for (Members.Entry each : members.entries()) {
      Optional<Integer> names =
          each.names().isEmpty() ? Optional.empty() : Listed.count(schemas, each.names());
      if (names.isEmpty()) {
        return NO_BOUND;
      }
      // All kinds of members have the same schemas for their names.
      entries = names.get();
    }
    return entries;
  }
}
