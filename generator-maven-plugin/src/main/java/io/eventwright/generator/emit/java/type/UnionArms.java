package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.emit.java.type.Declaration.Discrimination;
import io.eventwright.generator.model.schema.JsonType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
  static @Nullable UnionArms tell(List<Shape> arms, ShapeReader shapes) {
    UnionArms byProperty = byProperty(arms);
    if (byProperty != null) {
      return byProperty;
    }
    UnionArms byType = byType(arms);
    return byType != null ? byType : byShape(arms, shapes);
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
        if (values == null
            || values.stream().anyMatch(LongText::isOne)
            || !values.stream().allMatch(all::add)) {
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

  /** Of each two arms, something in their shape is never the same. */
  private static @Nullable UnionArms byShape(List<Shape> arms, ShapeReader shapes) {
    List<List<Look>> looks = new UnionLooks(shapes, arms).tell();
    if (looks == null) {
      return null;
    }
    List<List<String>> keys = new ArrayList<>();
    for (int i = 0; i < looks.size(); i++) {
      keys.add(List.of(new UnionLooks(shapes, arms).word(i, looks.get(i))));
    }
    return new UnionArms(new Discrimination.ByShape(looks), keys);
  }
}
