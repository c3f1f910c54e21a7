package io.eventwright.generator.emit.java.validator;

import io.eventwright.generator.model.schema.Dialect;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which keywords speak of members and items, as {@code unevaluatedProperties} understands it. */
final class Evaluation {

  private Evaluation() {}

  /** Whether a schema, or one it applies to the same value, speaks of members or items. */
  static boolean speaksOf(ValidatorClass context, Unit start) {
    Set<Unit> seen = new LinkedHashSet<>();
    Deque<Unit> open = new ArrayDeque<>();
    open.add(start);
    while (!open.isEmpty()) {
      Unit unit = open.remove();
      if (!seen.add(unit)) {
        continue;
      }
      SchemaNode node = context.node(unit);
      for (Keyword keyword : node.keywords()) {
        if (speaks(keyword, node.dialect())) {
          return true;
        }
        if (keyword instanceof Keyword.DynamicReference dynamic) {
          open.add(context.follow(dynamic, unit));
        } else if (!(keyword instanceof Keyword.Not)) {
          for (SchemaKey key : keyword.inPlace()) {
            open.add(context.child(key, unit));
          }
        }
      }
    }
    return false;
  }

  private static boolean speaks(Keyword keyword, Dialect dialect) {
    return keyword instanceof Keyword.Properties
        || keyword instanceof Keyword.PatternProperties
        || keyword instanceof Keyword.AdditionalProperties
        || keyword instanceof Keyword.UnevaluatedProperties
        || keyword instanceof Keyword.PrefixItems
        || keyword instanceof Keyword.Items
        || keyword instanceof Keyword.UnevaluatedItems
        || keyword instanceof Keyword.Contains && dialect == Dialect.DRAFT_2020_12;
  }

  /** Whether a schema looks at what others have left alone. */
  static boolean isNeeded(SchemaNode node) {
    return node.has(Keyword.UnevaluatedProperties.class)
        || node.has(Keyword.UnevaluatedItems.class);
  }
}
