package io.eventwright.generator.check;

import io.eventwright.generator.diagnostic.Suggestion;
import io.eventwright.generator.model.Condition;
import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What schemas say of a single value.
 *
 * @param types that it may have
 * @param texts the only texts that it may be; empty when any
 */
record ValueShape(Set<JsonType> types, Set<String> texts) {

  static ValueShape of(List<SchemaNode> facets) {
    Set<JsonType> types = EnumSet.allOf(JsonType.class);
    Set<String> texts = Set.of();
    for (SchemaNode facet : facets) {
      facet.find(Keyword.Type.class).ifPresent(type -> types.retainAll(widened(type.types())));
      List<JsonValue> values =
          facet.find(Keyword.Enum.class).map(Keyword.Enum::values).orElse(List.of());
      if (!values.isEmpty() && values.stream().allMatch(JsonString.class::isInstance)) {
        texts =
            values.stream()
                .map(value -> ((JsonString) value).value())
                .collect(Collectors.toCollection(TreeSet::new));
      }
    }
    return new ValueShape(types, texts);
  }

  /** Why nothing can pass a test; empty when something can. */
  String problemOf(Condition.Test test) {
    if (test instanceof Condition.Equal equal) {
      return problemOf(equal.value());
    }
    boolean text = test instanceof Condition.Prefix || test instanceof Condition.Suffix;
    if (text && !types.contains(JsonType.STRING)) {
      return "the value is no text";
    }
    if (test instanceof Condition.Numeric && !types.contains(JsonType.NUMBER)) {
      return "the value is no number";
    }
    return "";
  }

  private String problemOf(@Nullable Object value) {
    JsonType type =
        value == null
            ? JsonType.NULL
            : value instanceof BigDecimal
                ? JsonType.NUMBER
                : value instanceof Boolean ? JsonType.BOOLEAN : JsonType.STRING;
    if (!types.contains(type)) {
      return "the value is never "
          + (value == null ? "null" : value instanceof String ? "a text" : String.valueOf(value));
    }
    if (value instanceof String text && !texts.isEmpty() && !texts.contains(text)) {
      return text
          + " is not one of "
          + String.join(", ", texts)
          + Suggestion.nearest(text, texts).map(near -> " (did you mean " + near + "?)").orElse("");
    }
    return "";
  }

  /** An integer is a number too. */
  private static Set<JsonType> widened(Set<JsonType> types) {
    Set<JsonType> widened = EnumSet.copyOf(types);
    if (types.contains(JsonType.INTEGER)) {
      widened.add(JsonType.NUMBER);
    }
    return widened;
  }
}
