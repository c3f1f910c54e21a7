package io.eventwright.generator.load.schema;

import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads keywords that apply schemas to an object's members. */
final class ObjectReaders {

  private ObjectReaders() {}

  static @Nullable Keyword properties(KeywordContext context) {
    return new Keyword.Properties(context.site(), context.childrenByName());
  }

  static @Nullable Keyword patternProperties(KeywordContext context) {
    if (context.value() instanceof ObjectNode object) {
      object
          .members()
          .values()
          .forEach(
              each -> AssertionReaders.checkPattern(each.name(), each.nameLocation(), context));
    }
    return new Keyword.PatternProperties(context.site(), context.childrenByName());
  }

  static @Nullable Keyword additionalProperties(KeywordContext context) {
    SchemaKey schema = context.child();
    return schema == null ? null : new Keyword.AdditionalProperties(context.site(), schema);
  }

  static @Nullable Keyword propertyNames(KeywordContext context) {
    SchemaKey schema = context.child();
    return schema == null ? null : new Keyword.PropertyNames(context.site(), schema);
  }

  static @Nullable Keyword unevaluatedProperties(KeywordContext context) {
    SchemaKey schema = context.child();
    return schema == null ? null : new Keyword.UnevaluatedProperties(context.site(), schema);
  }

  static @Nullable Keyword dependentSchemas(KeywordContext context) {
    return new Keyword.DependentSchemas(context.site(), context.childrenByName());
  }

  static @Nullable Keyword dependentRequired(KeywordContext context) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    if (context.value() instanceof ObjectNode object) {
      object.members().values().forEach(m -> names.put(m.name(), context.texts(m.value())));
    } else {
      context.invalid(context.value().location(), "an object of arrays", context.value());
    }
    return new Keyword.DependentRequired(context.site(), names);
  }

  /** The schemas of {@code dependencies}; its names are {@link #requiredDependencies}'. */
  static @Nullable Keyword dependencies(KeywordContext context) {
    if (!(context.value() instanceof ObjectNode object)) {
      context.invalid(context.value().location(), "an object", context.value());
      return null;
    }
    Map<String, SchemaKey> schemas = new LinkedHashMap<>();
    for (ObjectNode.Member each : object.members().values()) {
      SchemaKey key = each.value() instanceof ArrayNode ? null : context.child(each.value());
      if (key != null) {
        schemas.put(each.name(), key);
      }
    }
    return schemas.isEmpty() ? null : new Keyword.DependentSchemas(context.site(), schemas);
  }

  /** The arrays of names in {@code dependencies}, null when there are none. */
  static @Nullable Keyword requiredDependencies(KeywordContext context) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    if (context.value() instanceof ObjectNode object) {
      for (ObjectNode.Member each : object.members().values()) {
        if (each.value() instanceof ArrayNode) {
          names.put(each.name(), context.texts(each.value()));
        }
      }
    }
    return names.isEmpty() ? null : new Keyword.DependentRequired(context.site(), names);
  }
}
