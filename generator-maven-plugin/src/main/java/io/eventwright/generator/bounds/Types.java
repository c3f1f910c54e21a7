package io.eventwright.generator.bounds;

import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types that a value may have. */
public final class Types {

  private Types() {}

  /**
   * The types that all schemas allow. Where none names any, those that their keywords speak of:
   * {@code maxLength} alone is said of a text. Empty when nothing is said at all.
   *
   * @param way the schemas that speak of the value
   */
  public static Set<JsonType> of(List<SchemaNode> way) {
    Set<JsonType> allowed = EnumSet.allOf(JsonType.class);
    boolean named = false;
    for (SchemaNode node : way) {
      for (Keyword.Type type : node.all(Keyword.Type.class)) {
        named = true;
        Set<JsonType> types = EnumSet.copyOf(type.types());
        if (types.contains(JsonType.NUMBER)) {
          types.add(JsonType.INTEGER);
        }
        allowed.retainAll(types);
      }
    }
    return named ? allowed : spokenOf(way);
  }

  /** Whether nothing is said, so that anything goes. */
  public static boolean isAny(List<SchemaNode> way) {
    return way.stream()
        .flatMap(node -> node.keywords().stream())
        .noneMatch(
            each ->
                each instanceof Keyword.Type
                    || each instanceof Keyword.Const
                    || each instanceof Keyword.Enum
                    || spokenOf(each) != null);
  }

  private static Set<JsonType> spokenOf(List<SchemaNode> way) {
    Set<JsonType> types = EnumSet.noneOf(JsonType.class);
    for (SchemaNode node : way) {
      for (Keyword keyword : node.keywords()) {
        JsonType type = spokenOf(keyword);
        if (type != null) {
          types.add(type);
        }
      }
    }
    return types;
  }

  private static @Nullable JsonType spokenOf(Keyword keyword) {
    if (keyword instanceof Keyword.MinLength
        || keyword instanceof Keyword.MaxLength
        || keyword instanceof Keyword.Pattern) {
      return JsonType.STRING;
    }
    if (keyword instanceof Keyword.Format format) {
      return format.format().startsWith("int") ? JsonType.INTEGER : JsonType.STRING;
    }
    if (keyword instanceof Keyword.Minimum
        || keyword instanceof Keyword.Maximum
        || keyword instanceof Keyword.MultipleOf) {
      return JsonType.NUMBER;
    }
    if (keyword instanceof Keyword.MinItems
        || keyword instanceof Keyword.MaxItems
        || keyword instanceof Keyword.UniqueItems
        || keyword instanceof Keyword.Items
        || keyword instanceof Keyword.PrefixItems
        || keyword instanceof Keyword.Contains
        || keyword instanceof Keyword.UnevaluatedItems) {
      return JsonType.ARRAY;
    }
    return keyword instanceof Keyword.MinProperties
            || keyword instanceof Keyword.MaxProperties
            || keyword instanceof Keyword.Required
            || keyword instanceof Keyword.DependentRequired
            || keyword instanceof Keyword.DependentSchemas
            || keyword instanceof Keyword.Properties
            || keyword instanceof Keyword.PatternProperties
            || keyword instanceof Keyword.AdditionalProperties
            || keyword instanceof Keyword.PropertyNames
            || keyword instanceof Keyword.UnevaluatedProperties
        ? JsonType.OBJECT
        : null;
  }
}
