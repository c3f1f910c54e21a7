package io.eventwright.generator.sample;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.runtime.json.format.Formats;

/** Which keywords refuse anything at all, by a report of their own. */
final class Breakable {

  private Breakable() {}

  static boolean is(Keyword keyword, SchemaSet set) {
    if (keyword instanceof Keyword.Format format) {
      return format.asserted()
          && (Formats.isOfStrings(format.format()) || format.format().startsWith("int"));
    }
    if (keyword instanceof Keyword.MinLength least) {
      return least.value() > 0;
    }
    if (keyword instanceof Keyword.MinItems least) {
      return least.value() > 0;
    }
    if (keyword instanceof Keyword.MinProperties least) {
      return least.value() > 0;
    }
    boolean open =
        keyword instanceof Keyword.AdditionalProperties
            || keyword instanceof Keyword.UnevaluatedProperties
            || keyword instanceof Keyword.UnevaluatedItems
            || keyword instanceof Keyword.PropertyNames;
    if (open && keyword.applied().stream().allMatch(key -> set.node(key).acceptsAll())) {
      return false;
    }
    if (keyword instanceof Keyword.Items items) {
      return set.node(items.schema()).refusesAll();
    }
    // What these apply to parts is broken there, by the keywords of those schemas.
    return !(keyword instanceof Keyword.Annotation
        || keyword instanceof Keyword.Refused
        || keyword instanceof Keyword.Reference
        || keyword instanceof Keyword.DynamicReference
        || keyword instanceof Keyword.AllOf
        || keyword instanceof Keyword.IfThenElse
        || keyword instanceof Keyword.DependentSchemas
        || keyword instanceof Keyword.Properties
        || keyword instanceof Keyword.PatternProperties
        || keyword instanceof Keyword.PrefixItems);
  }
}
