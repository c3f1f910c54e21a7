package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is certain of a property of all objects of a shape.
 *
 * @param required whether each has it
 * @param forbidden whether none has it
 * @param types names of the JSON types that it may have
 * @param values all that it may be; null when that is not said, or not in scalars
 */
record PropertyFacts(
    boolean required, boolean forbidden, Set<String> types, @Nullable List<JsonValue> values) {

  static PropertyFacts of(ShapeReader shapes, Shape shape, String name) {
    boolean required = shape.required.contains(name);
    List<SchemaKey> declared = shape.properties.get(name);
    if (declared == null) {
      if (!shape.permits(name, shapes::refusesAll)) {
        return new PropertyFacts(required, true, Set.of(), null);
      }
      declared = shape.patterns.isEmpty() ? shape.additional : List.of();
    } else if (declared.stream().anyMatch(shapes::refusesAll)) {
      return new PropertyFacts(required, true, Set.of(), null);
    }
    if (declared.isEmpty()) {
      return new PropertyFacts(required, false, tokens(JsonType.values()), null);
    }
    Shape property = shapes.read(View.of(declared));
    List<JsonValue> values = property.values;
    boolean scalars =
        values != null
            && values.stream().noneMatch(v -> v instanceof JsonObject || v instanceof JsonArray);
    return new PropertyFacts(required, false, types(property), scalars ? values : null);
  }

  /** The names of the JSON types that a shape lets through; whole numbers are numbers. */
  static Set<String> types(Shape shape) {
    Set<String> types = tokens(shape.types.toArray(JsonType[]::new));
    if (shape.values != null) {
      Set<String> given = new LinkedHashSet<>();
      shape.values.forEach(value -> given.add(value.typeName()));
      types.retainAll(given);
    }
    return types;
  }

  private static Set<String> tokens(JsonType... types) {
    Set<String> tokens = new LinkedHashSet<>();
    for (JsonType type : types) {
      tokens.add(type == JsonType.INTEGER ? JsonType.NUMBER.label() : type.label());
    }
    return tokens;
  }

  /** Whether the two have no type in common. */
  boolean differsInType(PropertyFacts other) {
    return Collections.disjoint(types, other.types);
  }

  /** Whether the two have no value in common. */
  boolean differsInValue(PropertyFacts other) {
    return values != null && other.values != null && Collections.disjoint(values, other.values);
  }
}
