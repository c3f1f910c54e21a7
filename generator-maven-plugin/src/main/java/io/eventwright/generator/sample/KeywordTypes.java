package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.JsonType;
import io.eventwright.generator.model.schema.Keyword;
import org.jspecify.annotations.Nullable;

/** The type of value that a keyword is about. */
final class KeywordTypes {

  private KeywordTypes() {}

  /** Null for keywords about any value. */
  static @Nullable JsonType of(Keyword keyword) {
    if (keyword instanceof Keyword.Properties
        || keyword instanceof Keyword.Required
        || keyword instanceof Keyword.AdditionalProperties
        || keyword instanceof Keyword.PatternProperties
        || keyword instanceof Keyword.PropertyNames
        || keyword instanceof Keyword.MinProperties
        || keyword instanceof Keyword.MaxProperties
        || keyword instanceof Keyword.DependentRequired
        || keyword instanceof Keyword.DependentSchemas
        || keyword instanceof Keyword.UnevaluatedProperties) {
      return JsonType.OBJECT;
    }
    if (keyword instanceof Keyword.Items
        || keyword instanceof Keyword.PrefixItems
        || keyword instanceof Keyword.Contains
        || keyword instanceof Keyword.MinItems
        || keyword instanceof Keyword.MaxItems
        || keyword instanceof Keyword.UniqueItems
        || keyword instanceof Keyword.UnevaluatedItems) {
      return JsonType.ARRAY;
    }
    if (keyword instanceof Keyword.Minimum
        || keyword instanceof Keyword.Maximum
        || keyword instanceof Keyword.MultipleOf) {
      return JsonType.NUMBER;
    }
    boolean text =
        keyword instanceof Keyword.MinLength
            || keyword instanceof Keyword.MaxLength
            || keyword instanceof Keyword.Pattern
            || keyword instanceof Keyword.Format;
    return text ? JsonType.STRING : null;
  }
}
