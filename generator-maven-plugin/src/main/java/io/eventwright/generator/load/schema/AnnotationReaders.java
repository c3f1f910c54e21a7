package io.eventwright.generator.load.schema;

import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.Site;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads keywords that no verdict depends on. */
final class AnnotationReaders {

  private AnnotationReaders() {}

  static @Nullable Keyword title(KeywordContext context) {
    return text(context, Keyword.Title::new);
  }

  static @Nullable Keyword description(KeywordContext context) {
    return text(context, Keyword.Description::new);
  }

  static @Nullable Keyword comment(KeywordContext context) {
    return text(context, Keyword.Comment::new);
  }

  static @Nullable Keyword contentEncoding(KeywordContext context) {
    return text(context, Keyword.ContentEncoding::new);
  }

  static @Nullable Keyword contentMediaType(KeywordContext context) {
    return text(context, Keyword.ContentMediaType::new);
  }

  static @Nullable Keyword text(KeywordContext context, BiFunction<Site, String, Keyword> make) {
    String text = context.text();
    return text == null ? null : make.apply(context.site(), text);
  }

  static @Nullable Keyword deprecated(KeywordContext context) {
    return flag(context, Keyword.Deprecated::new);
  }

  static @Nullable Keyword readOnly(KeywordContext context) {
    return flag(context, Keyword.ReadOnly::new);
  }

  static @Nullable Keyword writeOnly(KeywordContext context) {
    return flag(context, Keyword.WriteOnly::new);
  }

  static @Nullable Keyword flag(KeywordContext context, Function<Site, Keyword> make) {
    return context.truth() ? make.apply(context.site()) : extension(context);
  }

  static @Nullable Keyword defaultValue(KeywordContext context) {
    JsonValue value = AssertionReaders.value(context, context.value());
    return value == null ? null : new Keyword.Default(context.site(), value);
  }

  static @Nullable Keyword examples(KeywordContext context) {
    if (!(context.value() instanceof ArrayNode array)) {
      context.invalid(context.value().location(), "an array", context.value());
      return null;
    }
    List<JsonValue> values = new ArrayList<>();
    for (Node item : array.items()) {
      JsonValue value = AssertionReaders.value(context, item);
      if (value != null) {
        values.add(value);
      }
    }
    return new Keyword.Examples(context.site(), values);
  }

  static @Nullable Keyword example(KeywordContext context) {
    JsonValue value = AssertionReaders.value(context, context.value());
    return value == null ? null : new Keyword.Examples(context.site(), List.of(value));
  }

  static @Nullable Keyword contentSchema(KeywordContext context) {
    SchemaKey schema = context.child();
    JsonValue text = AssertionReaders.value(context, context.value());
    return schema == null || text == null
        ? null
        : new Keyword.ContentSchema(context.site(), schema, text);
  }

  static @Nullable Keyword discriminator(KeywordContext context) {
    String property =
        context.value() instanceof ObjectNode object ? object.text("propertyName") : null;
    if (property == null) {
      context.invalid("must be an object with a propertyName.");
      return null;
    }
    Map<String, String> mapping = new LinkedHashMap<>();
    if (((ObjectNode) context.value()).get("mapping") instanceof ObjectNode entries) {
      for (ObjectNode.Member entry : entries.members().values()) {
        if (entry.value() instanceof StringNode target) {
          mapping.put(entry.name(), target.value());
        }
      }
    }
    return new Keyword.Discriminator(context.site(), property, mapping);
  }

  /** {@code nullable} is read with {@code type}; without it OpenAPI 3.0.3 lets it ask nothing. */
  static @Nullable Keyword partOfType(KeywordContext context) {
    context.truth();
    return null;
  }

  static @Nullable Keyword extension(KeywordContext context) {
    JsonValue value = AssertionReaders.value(context, context.value());
    return value == null ? null : new Keyword.Extension(context.site(), value);
  }
}
