package io.eventwright.generator.emit.java.type;

import io.eventwright.runtime.json.JsonString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells alternatives apart pair by pair: for each two, something that is so in all valid values of
 * the one and in none of the other. What holds for one arm against all others is that arm's alone.
 *
 * @param shapes reads the schemas of properties
 * @param arms the alternatives
 */
record UnionLooks(ShapeReader shapes, List<Shape> arms) {

  /** For each arm, the looks that must all hold; null when two arms cannot be told apart. */
  @Nullable List<List<Look>> tell() {
    List<List<Look>> all = new ArrayList<>();
    for (Shape arm : arms) {
      Set<Look> looks = new LinkedHashSet<>();
      for (Shape other : arms) {
        if (other != arm) {
          Look look = apart(arm, other);
          if (look == null) {
            return null;
          }
          looks.add(look);
        }
      }
      all.add(looks.stream().filter(look -> !isImplied(look, looks)).toList());
    }
    return all;
  }

  /** Whether the others say as much. */
  private static boolean isImplied(Look look, Set<Look> looks) {
    for (Look other : looks) {
      boolean implied =
          look instanceof Look.IsOf is
                  && is.types().equals(List.of("object"))
                  && speaksOf(other, null)
              || look instanceof Look.Has has && has.wanted() && speaksOf(other, has.name())
              || look instanceof Look.HasOf has
                  && has.wanted()
                  && other instanceof Look.HasValue value
                  && value.wanted()
                  && value.name().equals(has.name());
      if (implied && !other.equals(look)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it can only be so of an object, with that member if a name is given. */
  private static boolean speaksOf(Look look, @Nullable String name) {
    if (look instanceof Look.HasOf has) {
      return has.wanted() && (name == null || has.name().equals(name));
    } else if (look instanceof Look.HasValue has) {
      return has.wanted() && (name == null || has.name().equals(name));
    }
    return look instanceof Look.Has has && has.wanted() && name == null;
  }

  /** What to call an arm when its schema has no name. */
  String word(int arm, List<Look> looks) {
    for (Look look : looks) {
      if (look instanceof Look.HasValue has
          && has.wanted()
          && has.values().get(0) instanceof JsonString text) {
        return text.value();
      }
    }
    Shape shape = arms.get(arm);
    Set<String> names = new LinkedHashSet<>(shape.required);
    names.addAll(shape.properties.keySet());
    for (String name : names) {
      if (arms.stream().allMatch(other -> other == shape || !isDeclared(name, other))) {
        return name;
      }
    }
    for (Look look : looks) {
      if (look instanceof Look.HasOf has && has.wanted()) {
        return has.name() + "-" + has.types().get(0);
      } else if (look instanceof Look.IsOf is && !is.types().get(0).equals("object")) {
        return is.types().get(0);
      }
    }
    return "kind-" + (arm + 1);
  }

  private static boolean isDeclared(String name, Shape shape) {
    return shape.required.contains(name) || shape.properties.containsKey(name);
  }

  private @Nullable Look apart(Shape arm, Shape other) {
    List<String> types = List.copyOf(PropertyFacts.types(arm));
    if (!types.isEmpty() && Collections.disjoint(types, PropertyFacts.types(other))) {
      return new Look.IsOf(types);
    }
    if (!arm.isObject() || !other.isObject()) {
      return null;
    }
    Set<String> names = new LinkedHashSet<>(arm.required);
    names.addAll(other.required);
    Look found = null;
    for (String name : names) {
      Look look =
          apart(name, PropertyFacts.of(shapes, arm, name), PropertyFacts.of(shapes, other, name));
      // That there is something tells more than that there is nothing.
      if (look instanceof Look.Has has && has.wanted()) {
        return look;
      }
      found = found == null ? look : found;
    }
    return found;
  }

  private static @Nullable Look apart(String name, PropertyFacts one, PropertyFacts other) {
    if (one.required() && !one.forbidden()) {
      if (other.forbidden()) {
        return new Look.Has(name, true);
      } else if (one.differsInType(other)) {
        return new Look.HasOf(name, List.copyOf(one.types()), true);
      } else if (one.values() != null && one.differsInValue(other)) {
        return new Look.HasValue(name, one.values(), true);
      }
    } else if (other.required() && !other.forbidden()) {
      if (one.forbidden()) {
        return new Look.Has(name, false);
      } else if (one.differsInType(other)) {
        return new Look.HasOf(name, List.copyOf(other.types()), false);
      } else if (other.values() != null && one.differsInValue(other)) {
        return new Look.HasValue(name, other.values(), false);
      }
    }
    return null;
  }
}
