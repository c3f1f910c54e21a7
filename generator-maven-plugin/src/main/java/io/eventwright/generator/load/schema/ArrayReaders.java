package io.eventwright.generator.load.schema;

import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.model.schema.Dialect;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import org.jspecify.annotations.Nullable;

/** Reads keywords that apply schemas to an array's items. */
final class ArrayReaders {

  private ArrayReaders() {}

  static @Nullable Keyword prefixItems(KeywordContext context) {
    return new Keyword.PrefixItems(context.site(), context.children());
  }

  /** Before 2020-12 an array here is what is now {@code prefixItems}. */
  static @Nullable Keyword items(KeywordContext context) {
    Dialect dialect = context.rules().dialect();
    boolean mayBeArray = dialect != Dialect.DRAFT_2020_12 && dialect != Dialect.OPENAPI_3_0;
    if (mayBeArray && context.value() instanceof ArrayNode) {
      return new Keyword.PrefixItems(context.site(), context.children());
    }
    SchemaKey schema = context.child();
    return schema == null ? null : new Keyword.Items(context.site(), schema);
  }

  /** Means something only beside {@code items} with an array. */
  static @Nullable Keyword additionalItems(KeywordContext context) {
    KeywordContext items = context.sibling("items");
    SchemaKey schema = context.child();
    if (schema == null || items == null || !(items.value() instanceof ArrayNode)) {
      return null;
    }
    return new Keyword.Items(context.site(), schema);
  }

  static @Nullable Keyword contains(KeywordContext context) {
    SchemaKey schema = context.child();
    KeywordContext min = context.sibling("minContains");
    KeywordContext max = context.sibling("maxContains");
    Integer least = min == null ? null : min.count();
    Integer most = max == null ? null : max.count();
    if (schema == null) {
      return null;
    }
    return new Keyword.Contains(
        context.site(),
        schema,
        least == null ? 1 : least,
        most,
        min == null ? null : min.site(),
        max == null ? null : max.site());
  }

  /** Read with {@code contains}; without it these ask nothing. */
  static @Nullable Keyword partOfContains(KeywordContext context) {
    context.count();
    return null;
  }

  static @Nullable Keyword unevaluatedItems(KeywordContext context) {
    SchemaKey schema = context.child();
    return schema == null ? null : new Keyword.UnevaluatedItems(context.site(), schema);
  }
}
