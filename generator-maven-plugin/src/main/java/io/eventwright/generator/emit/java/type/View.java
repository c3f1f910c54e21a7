package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Schemas that must all hold, as far as they are not dealt with yet.
 *
 * @param keys the schemas
 * @param settled choices among them that are made: their arms are among the keys
 * @param only the one type that is left of several, null when all are
 */
record View(List<SchemaKey> keys, Set<Keyword> settled, @Nullable JsonType only) {
  View {
    keys = List.copyOf(new LinkedHashSet<>(keys));
    settled = Collections.unmodifiableSet(new LinkedHashSet<>(settled));
  }

  static View of(List<SchemaKey> keys) {
    return new View(keys, Set.of(), null);
  }

  /** The same with one arm of a choice. */
  View with(Shape.Choice choice, SchemaKey arm) {
    Set<Keyword> more = new LinkedHashSet<>(settled);
    more.add(choice.keyword());
    List<SchemaKey> all = new java.util.ArrayList<>(keys);
    all.add(arm);
    return new View(all, more, only);
  }

  /** The same with a choice left to the validator. */
  View without(Shape.Choice choice) {
    Set<Keyword> more = new LinkedHashSet<>(settled);
    more.add(choice.keyword());
    return new View(keys, more, only);
  }

  /** The same, of one type. */
  View only(JsonType type) {
    return new View(keys, settled, type);
  }

  /** The same with other keys. */
  View onto(List<SchemaKey> others) {
    return new View(others, settled, only);
  }
}
