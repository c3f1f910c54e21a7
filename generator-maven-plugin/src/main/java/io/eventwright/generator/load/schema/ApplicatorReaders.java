package io.eventwright.generator.load.schema;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.Site;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads keywords that apply other schemas to the same value. */
final class ApplicatorReaders {

  private ApplicatorReaders() {}

  static @Nullable Keyword reference(KeywordContext context) {
    SchemaKey target = target(context);
    // What leads nowhere is reported; that there is more to the schema stays known.
    return target == null
        ? AnnotationReaders.extension(context)
        : new Keyword.Reference(context.site(), target);
  }

  private static @Nullable SchemaKey target(KeywordContext context) {
    String text = context.text();
    return text == null
        ? null
        : context.references().resolve(context.place(), text, context.value().location());
  }

  static @Nullable Keyword dynamicReference(KeywordContext context) {
    SchemaKey target = target(context);
    if (target == null) {
      return null;
    }
    String anchor = UriReference.parse(String.valueOf(context.text())).decodedFragment();
    return context.index().isDynamicAnchor(target.resource(), anchor, target)
        ? new Keyword.DynamicReference(context.site(), target, anchor)
        : new Keyword.Reference(context.site(), target);
  }

  static @Nullable Keyword recursiveReference(KeywordContext context) {
    SchemaKey target = target(context);
    if (target == null) {
      return null;
    }
    return context.index().isDynamicAnchor(target.resource(), "", target)
        ? new Keyword.DynamicReference(context.site(), target, "")
        : new Keyword.Reference(context.site(), target);
  }

  /** Only holds schemas; each is read where it stands. */
  static @Nullable Keyword definitions(KeywordContext context) {
    context.childrenByName();
    return null;
  }

  static @Nullable Keyword allOf(KeywordContext context) {
    return several(context, Keyword.AllOf::new);
  }

  static @Nullable Keyword anyOf(KeywordContext context) {
    return several(context, Keyword.AnyOf::new);
  }

  static @Nullable Keyword oneOf(KeywordContext context) {
    return several(context, Keyword.OneOf::new);
  }

  private static @Nullable Keyword several(
      KeywordContext context, BiFunction<Site, List<SchemaKey>, Keyword> make) {
    List<SchemaKey> schemas = context.children();
    if (schemas.isEmpty()) {
      context.invalid("must have at least one schema.");
      return null;
    }
    return make.apply(context.site(), schemas);
  }

  static @Nullable Keyword not(KeywordContext context) {
    SchemaKey schema = context.child();
    return schema == null ? null : new Keyword.Not(context.site(), schema);
  }

  static @Nullable Keyword ifThenElse(KeywordContext context) {
    SchemaKey condition = context.child();
    KeywordContext then = context.sibling("then");
    KeywordContext otherwise = context.sibling("else");
    if (condition == null) {
      return null;
    }
    return new Keyword.IfThenElse(
        context.site(),
        condition,
        then == null ? null : then.child(),
        otherwise == null ? null : otherwise.child());
  }

  /** {@code then} and {@code else} are read with their {@code if}; without it they ask nothing. */
  static @Nullable Keyword partOfIf(KeywordContext context) {
    if (context.sibling("if") == null && context.options().strictKeywords()) {
      context
          .found()
          .warning(
              context.member().nameLocation(),
              "ignored-keyword",
              context.member().name() + " asks nothing without if.");
    }
    return null;
  }
}
