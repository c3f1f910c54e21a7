package io.eventwright.generator.load.schema;

import static io.eventwright.generator.load.schema.Vocabulary.APPLICATOR;
import static io.eventwright.generator.load.schema.Vocabulary.CONTENT;
import static io.eventwright.generator.load.schema.Vocabulary.CORE;
import static io.eventwright.generator.load.schema.Vocabulary.FORMAT_ANNOTATION;
import static io.eventwright.generator.load.schema.Vocabulary.META_DATA;
import static io.eventwright.generator.load.schema.Vocabulary.UNEVALUATED;
import static io.eventwright.generator.load.schema.Vocabulary.VALIDATION;
import static io.eventwright.generator.model.schema.Dialect.DRAFT_2019_09;
import static io.eventwright.generator.model.schema.Dialect.DRAFT_2020_12;
import static io.eventwright.generator.model.schema.Dialect.DRAFT_4;
import static io.eventwright.generator.model.schema.Dialect.DRAFT_6;
import static io.eventwright.generator.model.schema.Dialect.DRAFT_7;

import io.eventwright.generator.model.schema.Dialect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of all keywords of all dialects. */
final class Keywords {

  /** Keywords that only hold schemas for others to refer to: harmless in any dialect. */
  private static final Set<String> CONTAINERS = Set.of("$defs", "definitions");

  /** Annotations that people use in dialects older than the one that names them: harmless. */
  private static final Set<String> HARMLESS =
      Set.of(
          "$comment",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly",
          "contentEncoding",
          "contentMediaType");

  private static final Map<String, KeywordRule> RULES = new LinkedHashMap<>();

  static {
    core();
    applicators();
    assertions();
    annotations();
    extensions();
  }

  private Keywords() {}

  static @Nullable KeywordRule find(String name) {
    return RULES.get(name);
  }

  static boolean isContainer(String name) {
    return CONTAINERS.contains(name);
  }

  /** Whether a keyword means something under those rules. */
  static boolean knows(String name, DialectRules rules) {
    KeywordRule rule = RULES.get(name);
    return rule != null && rule.isIn(rules);
  }

  /** Whether an event may use a keyword although its dialect lacks it. */
  static boolean isHarmless(String name) {
    return CONTAINERS.contains(name) || HARMLESS.contains(name);
  }

  /** The names a dialect has, for suggestions. */
  static List<String> namesIn(Dialect dialect) {
    return RULES.values().stream()
        .filter(rule -> rule.isIn(dialect))
        .map(KeywordRule::name)
        .toList();
  }

  private static void core() {
    since(DRAFT_4, "$schema", CORE, Shape.NONE, context -> null);
    add("id", DRAFT_4, DRAFT_4, false, CORE, Shape.NONE, context -> null);
    since(DRAFT_6, "$id", CORE, Shape.NONE, context -> null);
    open("$ref", CORE, Shape.NONE, ApplicatorReaders::reference);
    since(DRAFT_2019_09, "$anchor", CORE, Shape.NONE, context -> null);
    since(DRAFT_2020_12, "$dynamicAnchor", CORE, Shape.NONE, context -> null);
    since(DRAFT_2020_12, "$dynamicRef", CORE, Shape.NONE, ApplicatorReaders::dynamicReference);
    add("$recursiveAnchor", DRAFT_2019_09, DRAFT_2019_09, false, CORE, Shape.NONE, context -> null);
    add(
        "$recursiveRef",
        DRAFT_2019_09,
        DRAFT_2019_09,
        false,
        CORE,
        Shape.NONE,
        ApplicatorReaders::recursiveReference);
    since(DRAFT_2019_09, "$vocabulary", CORE, Shape.NONE, context -> null);
    since(DRAFT_2019_09, "$defs", CORE, Shape.MAP, ApplicatorReaders::definitions);
    since(DRAFT_4, "definitions", CORE, Shape.MAP, ApplicatorReaders::definitions);
    since(DRAFT_7, "$comment", CORE, Shape.NONE, AnnotationReaders::comment);
  }

  private static void applicators() {
    open("allOf", APPLICATOR, Shape.SCHEMAS, ApplicatorReaders::allOf);
    open("anyOf", APPLICATOR, Shape.SCHEMAS, ApplicatorReaders::anyOf);
    open("oneOf", APPLICATOR, Shape.SCHEMAS, ApplicatorReaders::oneOf);
    open("not", APPLICATOR, Shape.SCHEMA, ApplicatorReaders::not);
    since(DRAFT_7, "if", APPLICATOR, Shape.SCHEMA, ApplicatorReaders::ifThenElse);
    since(DRAFT_7, "then", APPLICATOR, Shape.SCHEMA, ApplicatorReaders::partOfIf);
    since(DRAFT_7, "else", APPLICATOR, Shape.SCHEMA, ApplicatorReaders::partOfIf);
    since(DRAFT_2020_12, "prefixItems", APPLICATOR, Shape.SCHEMAS, ArrayReaders::prefixItems);
    open("items", APPLICATOR, Shape.SCHEMA_OR_SCHEMAS, ArrayReaders::items);
    add(
        "additionalItems",
        DRAFT_4,
        DRAFT_2019_09,
        false,
        APPLICATOR,
        Shape.SCHEMA,
        ArrayReaders::additionalItems);
    since(DRAFT_6, "contains", APPLICATOR, Shape.SCHEMA, ArrayReaders::contains);
    since(DRAFT_2019_09, "minContains", VALIDATION, Shape.NONE, ArrayReaders::partOfContains);
    since(DRAFT_2019_09, "maxContains", VALIDATION, Shape.NONE, ArrayReaders::partOfContains);
    since(
        DRAFT_2019_09,
        "unevaluatedItems",
        UNEVALUATED,
        Shape.SCHEMA,
        ArrayReaders::unevaluatedItems);
    open("properties", APPLICATOR, Shape.MAP, ObjectReaders::properties);
    since(DRAFT_4, "patternProperties", APPLICATOR, Shape.MAP, ObjectReaders::patternProperties);
    open("additionalProperties", APPLICATOR, Shape.SCHEMA, ObjectReaders::additionalProperties);
    since(DRAFT_6, "propertyNames", APPLICATOR, Shape.SCHEMA, ObjectReaders::propertyNames);
    since(
        DRAFT_2019_09,
        "unevaluatedProperties",
        UNEVALUATED,
        Shape.SCHEMA,
        ObjectReaders::unevaluatedProperties);
    since(DRAFT_4, "dependencies", APPLICATOR, Shape.DEPENDENCIES, ObjectReaders::dependencies);
    since(
        DRAFT_2019_09, "dependentSchemas", APPLICATOR, Shape.MAP, ObjectReaders::dependentSchemas);
    since(
        DRAFT_2019_09,
        "dependentRequired",
        VALIDATION,
        Shape.NONE,
        ObjectReaders::dependentRequired);
  }

  private static void assertions() {
    open("type", VALIDATION, Shape.NONE, AssertionReaders::type);
    open("enum", VALIDATION, Shape.NONE, AssertionReaders::enumeration);
    since(DRAFT_6, "const", VALIDATION, Shape.NONE, AssertionReaders::constant);
    open("multipleOf", VALIDATION, Shape.NONE, AssertionReaders::multipleOf);
    open("minimum", VALIDATION, Shape.NONE, AssertionReaders::minimum);
    open("maximum", VALIDATION, Shape.NONE, AssertionReaders::maximum);
    open("exclusiveMinimum", VALIDATION, Shape.NONE, AssertionReaders::exclusiveMinimum);
    open("exclusiveMaximum", VALIDATION, Shape.NONE, AssertionReaders::exclusiveMaximum);
    open("minLength", VALIDATION, Shape.NONE, AssertionReaders::minLength);
    open("maxLength", VALIDATION, Shape.NONE, AssertionReaders::maxLength);
    open("pattern", VALIDATION, Shape.NONE, AssertionReaders::pattern);
    open("format", FORMAT_ANNOTATION, Shape.NONE, AssertionReaders::format);
    open("minItems", VALIDATION, Shape.NONE, AssertionReaders::minItems);
    open("maxItems", VALIDATION, Shape.NONE, AssertionReaders::maxItems);
    open("uniqueItems", VALIDATION, Shape.NONE, AssertionReaders::uniqueItems);
    open("minProperties", VALIDATION, Shape.NONE, AssertionReaders::minProperties);
    open("maxProperties", VALIDATION, Shape.NONE, AssertionReaders::maxProperties);
    open("required", VALIDATION, Shape.NONE, AssertionReaders::required);
    openApiOnly("nullable", AnnotationReaders::partOfType);
  }

  private static void annotations() {
    open("title", META_DATA, Shape.NONE, AnnotationReaders::title);
    open("description", META_DATA, Shape.NONE, AnnotationReaders::description);
    open("default", META_DATA, Shape.NONE, AnnotationReaders::defaultValue);
    since(DRAFT_6, "examples", META_DATA, Shape.NONE, AnnotationReaders::examples);
    add(
        "deprecated",
        DRAFT_2019_09,
        DRAFT_2020_12,
        true,
        META_DATA,
        Shape.NONE,
        AnnotationReaders::deprecated);
    add(
        "readOnly",
        DRAFT_7,
        DRAFT_2020_12,
        true,
        META_DATA,
        Shape.NONE,
        AnnotationReaders::readOnly);
    add(
        "writeOnly",
        DRAFT_7,
        DRAFT_2020_12,
        true,
        META_DATA,
        Shape.NONE,
        AnnotationReaders::writeOnly);
    since(DRAFT_7, "contentEncoding", CONTENT, Shape.NONE, AnnotationReaders::contentEncoding);
    since(DRAFT_7, "contentMediaType", CONTENT, Shape.NONE, AnnotationReaders::contentMediaType);
    since(DRAFT_2019_09, "contentSchema", CONTENT, Shape.SCHEMA, AnnotationReaders::contentSchema);
    // Of OpenAPI, but written in published schemas of every draft, and no verdict depends on it.
    open("example", META_DATA, Shape.NONE, AnnotationReaders::example);
    openApiOnly("discriminator", AnnotationReaders::discriminator);
    openApiOnly("xml", AnnotationReaders::extension);
    openApiOnly("externalDocs", AnnotationReaders::extension);
  }

  private static void extensions() {
    open("x-id", CORE, Shape.NONE, ExtensionReaders::identifierType);
    open("x-sensitive", CORE, Shape.NONE, ExtensionReaders::sensitive);
    open("x-subject", CORE, Shape.NONE, ExtensionReaders::subject);
    open("x-accept", CORE, Shape.NONE, ExtensionReaders::accept);
    open("x-renamed-from", CORE, Shape.NONE, ExtensionReaders::renamedFrom);
    open("javaType", CORE, Shape.NONE, ExtensionReaders::javaType);
    open("existingJavaType", CORE, Shape.NONE, ExtensionReaders::existingJavaType);
    open("javaName", CORE, Shape.NONE, ExtensionReaders::javaName);
    open("javaEnumNames", CORE, Shape.NONE, ExtensionReaders::javaEnumNames);
    open("javaEnums", CORE, Shape.NONE, ExtensionReaders::javaEnums);
    open("javaInterfaces", CORE, Shape.NONE, ExtensionReaders::javaInterfaces);
  }

  private static void open(
      String name, Vocabulary vocabulary, Shape shape, KeywordRule.Reader reader) {
    add(name, DRAFT_4, DRAFT_2020_12, true, vocabulary, shape, reader);
  }

  private static void since(
      Dialect first, String name, Vocabulary vocabulary, Shape shape, KeywordRule.Reader reader) {
    add(name, first, DRAFT_2020_12, false, vocabulary, shape, reader);
  }

  private static void openApiOnly(String name, KeywordRule.Reader reader) {
    // No dialect is both after the last and before the first.
    add(name, DRAFT_2020_12, DRAFT_4, true, META_DATA, Shape.NONE, reader);
  }

  private static void add(
      String name,
      Dialect since,
      Dialect until,
      boolean openApi,
      Vocabulary vocabulary,
      Shape shape,
      KeywordRule.Reader reader) {
    RULES.put(name, new KeywordRule(name, since, until, openApi, vocabulary, shape, reader));
  }
}
