package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What several schemas say together that must all hold: a schema with its references and {@code
 * allOf} folded in. Filled by {@link ShapeReader} and not changed afterwards.
 */
final class Shape {

  /** One {@code oneOf} or {@code anyOf}. */
  record Choice(List<SchemaKey> arms, Keyword keyword) {}

  final SourceLocation location;

  /** The types a value may have, all when the schema does not say. */
  Set<JsonType> types = EnumSet.complementOf(EnumSet.of(JsonType.INTEGER));

  boolean typesGiven;

  /** Nothing fits. */
  boolean refused;

  /** Something that only the validator can follow decides what fits. */
  boolean dynamic;

  final Map<String, List<SchemaKey>> properties = new LinkedHashMap<>();
  final Set<String> required = new LinkedHashSet<>();

  /** Of properties that may only be some strings, those strings. */
  final Map<String, List<String>> tags = new LinkedHashMap<>();

  final List<SchemaKey> additional = new ArrayList<>();
  final Map<String, SchemaKey> patterns = new LinkedHashMap<>();

  final List<SchemaKey> items = new ArrayList<>();
  final List<List<SchemaKey>> prefixes = new ArrayList<>();
  int minItems;
  int maxItems = Integer.MAX_VALUE;
  boolean unique;

  @Nullable List<JsonValue> values;
  boolean constant;

  /** What is said of single values. */
  final Map<JsonValue, String> valueWords = new LinkedHashMap<>();

  @Nullable BigDecimal minimum;
  @Nullable BigDecimal maximum;
  boolean textJudged;
  @Nullable String format;

  /** What no keyword has looked at is refused. */
  boolean unevaluatedRefused;

  /** Properties may be looked at that are not among these. */
  boolean conditional;

  final List<Choice> choices = new ArrayList<>();

  /** Properties whose text a condition looks at. */
  final Set<String> judged = new LinkedHashSet<>();

  /** Properties that a condition calls sensitive. */
  final Set<String> secrets = new LinkedHashSet<>();

  final Annotations annotations = new Annotations();

  /** Conditions that are looked into already; they may refer to each other in circles. */
  final Set<SchemaKey> judging;

  Shape(SourceLocation location, Set<SchemaKey> judging) {
    this.location = location;
    this.judging = judging;
  }

  /** The types that are not null. */
  Set<JsonType> valueTypes() {
    Set<JsonType> rest = EnumSet.noneOf(JsonType.class);
    rest.addAll(types);
    rest.remove(JsonType.NULL);
    return rest;
  }

  /** The only type beside null, null when there are several or none. */
  @Nullable JsonType onlyType() {
    Set<JsonType> rest = valueTypes();
    return rest.size() == 1 ? rest.iterator().next() : null;
  }

  /** Whether null fits. */
  boolean allowsNull() {
    return types.contains(JsonType.NULL) && (values == null || values.contains(JsonNull.NULL));
  }

  /** Whether null is all that fits. */
  boolean isNullOnly() {
    return typesGiven && types.equals(EnumSet.of(JsonType.NULL))
        || values != null && values.equals(List.of(JsonNull.NULL));
  }

  /** The strings that fit, in order; null when the values are not given, or not strings only. */
  @Nullable List<String> strings() {
    if (values == null) {
      return null;
    }
    List<String> strings = new ArrayList<>();
    for (JsonValue value : values) {
      if (value instanceof JsonString string) {
        strings.add(string.value());
      } else if (value != JsonNull.NULL) {
        return null;
      }
    }
    return strings.isEmpty() ? null : strings;
  }

  /** Whether it is an object and nothing else. */
  boolean isObject() {
    return onlyType() == JsonType.OBJECT;
  }

  /** Whether an object with a member of that name may fit, as far as names decide. */
  boolean permits(String name, java.util.function.Predicate<SchemaKey> refusesAll) {
    List<SchemaKey> declared = properties.get(name);
    if (declared != null) {
      return declared.stream().noneMatch(refusesAll);
    }
    boolean closed = additional.stream().anyMatch(refusesAll) || unevaluatedRefused && !conditional;
    return !patterns.isEmpty() || !closed;
  }
}
