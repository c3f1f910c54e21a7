package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.emit.java.type.Declaration.Discrimination;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.SchemaKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How alternatives can be told apart by looking at a value, so that no valid value is read as the
 * wrong one.
 *
 * @param by what to look at
 * @param keys for each arm what is found there
 */
record UnionArms(Discrimination by, List<List<String>> keys) {

  /** The way to tell, null when there is none. */
  static @Nullable UnionArms tell(List<Shape> arms, Predicate<SchemaKey> refusesAll) {
    UnionArms byProperty = byProperty(arms);
    if (byProperty != null) {
      return byProperty;
    }
    UnionArms byType = byType(arms);
    return byType != null ? byType : byPresence(arms, refusesAll);
  }

  /** Each arm requires one property and gives it other values. */
  private static @Nullable UnionArms byProperty(List<Shape> arms) {
    if (!arms.stream().allMatch(Shape::isObject)) {
      return null;
    }
    for (String name : arms.get(0).properties.keySet()) {
      List<List<String>> keys = new ArrayList<>();
      Set<String> all = new LinkedHashSet<>();
      for (Shape arm : arms) {
        List<String> values = arm.required.contains(name) ? arm.tags.get(name) : null;
        if (values == null || !values.stream().allMatch(all::add)) {
          break;
        }
        keys.add(values);
      }
      if (keys.size() == arms.size()) {
        return new UnionArms(new Discrimination.ByProperty(name), keys);
      }
    }
    return null;
  }

  /** Each arm has other JSON types. */
  private static @Nullable UnionArms byType(List<Shape> arms) {
    List<List<String>> keys = new ArrayList<>();
    Set<String> all = new LinkedHashSet<>();
    for (Shape arm : arms) {
      List<String> types = arm.valueTypes().stream().map(UnionArms::token).distinct().toList();
      if (!arm.typesGiven || types.isEmpty() || !types.stream().allMatch(all::add)) {
        return null;
      }
      keys.add(types);
    }
    return new UnionArms(new Discrimination.ByType(), keys);
  }

  private static String token(JsonType type) {
    return type == JsonType.INTEGER ? JsonType.NUMBER.label() : type.label();
  }

  /** Each arm requires a property that no other arm permits. */
  private static @Nullable UnionArms byPresence(List<Shape> arms, Predicate<SchemaKey> refusesAll) {
    if (!arms.stream().allMatch(Shape::isObject)) {
      return null;
    }
    List<List<String>> keys = new ArrayList<>();
    for (Shape arm : arms) {
      String own =
          arm.required.stream()
              .filter(arm.properties::containsKey)
              .filter(name -> arms.stream().allMatch(o -> o == arm || !o.permits(name, refusesAll)))
              .findFirst()
              .orElse(null);
      if (own == null) {
        return null;
      }
      keys.add(List.of(own));
    }
    return new UnionArms(new Discrimination.ByPresence(), keys);
  }
}
