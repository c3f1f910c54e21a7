package io.eventwright.generator.emit.java.validator;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which class a schema's methods are in, so that each is written once: in the class of the one
 * root that reaches it; and what several reach has a class of its own, with all that only it
 * reaches.
 */
final class Owners {

  private final SchemaSet set;
  private final DynamicScopes scopes;
  private final Set<Unit> heads;
  private final Map<Unit, Unit> owners = new LinkedHashMap<>();
  private final Map<Unit, List<Unit>> reached = new LinkedHashMap<>();

  Owners(SchemaSet set, DynamicScopes scopes, Collection<Unit> roots) {
    this.set = set;
    this.scopes = scopes;
    this.heads = new LinkedHashSet<>(roots);
    while (!spread()) {
      owners.clear();
    }
  }

  /** The unit that the class is made for which has this unit's methods. */
  Unit of(Unit unit) {
    Unit owner = owners.get(unit);
    if (owner == null) {
      throw new IllegalArgumentException("no root reaches " + unit.key());
    }
    return owner;
  }

  /** Whether each unit turned out to have one owner; if not, there are more heads now. */
  private boolean spread() {
    int before = heads.size();
    for (Unit head : List.copyOf(heads)) {
      Deque<Unit> open = new ArrayDeque<>();
      open.add(head);
      while (!open.isEmpty()) {
        Unit unit = open.remove();
        if (heads.contains(unit) && !unit.equals(head)) {
          continue;
        }
        Unit other = owners.putIfAbsent(unit, head);
        if (other == null) {
          open.addAll(reached(unit));
        } else if (!other.equals(head)) {
          heads.add(unit);
        }
      }
    }
    return heads.size() == before;
  }

  private List<Unit> reached(Unit unit) {
    return reached.computeIfAbsent(unit, this::follow);
  }

  private List<Unit> follow(Unit unit) {
    Set<Unit> all = new LinkedHashSet<>();
    for (Keyword keyword : set.node(unit.key()).keywords()) {
      if (keyword instanceof Keyword.DynamicReference dynamic) {
        add(scopes.follow(dynamic, unit), all);
      } else {
        for (SchemaKey key : keyword.applied()) {
          add(scopes.enter(key, unit), all);
        }
      }
    }
    return new ArrayList<>(all);
  }

  /** Calls go past schemas that only refer to others, so what these name is reached, too. */
  private void add(Unit start, Set<Unit> all) {
    Unit unit = start;
    while (all.add(unit)) {
      Keyword.Reference reference = onlyReference(set.node(unit.key()));
      if (reference == null) {
        return;
      }
      unit = scopes.enter(reference.target(), unit);
    }
  }

  /** The reference of a schema that has nothing beside it; null for any other schema. */
  static Keyword.@Nullable Reference onlyReference(SchemaNode node) {
    Keyword.Reference reference = null;
    for (Keyword keyword : node.keywords()) {
      if (keyword instanceof Keyword.Reference found) {
        reference = found;
      } else if (!(keyword instanceof Keyword.Annotation)) {
        return null;
      }
    }
    return reference;
  }
}
