package io.eventwright.generator.emit.java.validator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.load.schema.SchemaLoader;
import io.eventwright.generator.load.schema.SchemaSource;
import io.eventwright.generator.model.schema.Dialect;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.testing.InMemoryCompiler;
import io.eventwright.runtime.json.AnnotatingValidator;
import io.eventwright.runtime.json.Annotation;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.ValidationResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

  private static AnnotatingValidator compile(String schema) throws ReflectiveOperationException {
    SchemaSet set =
        SchemaLoader.load(
                List.of(SchemaSource.ofText("schema.json", schema)),
                LoaderOptions.byTheLetter(Dialect.DRAFT_2020_12))
            .value();
    ValidatorTarget target =
        new ValidatorTarget(set.roots().get("schema.json"), "com.example", "Annotating");
    return (AnnotatingValidator)
        InMemoryCompiler.compile(new ValidatorEmitter(set).annotating().emit(List.of(target)))
            .loadClass("com.example.Annotating")
            .getField("INSTANCE")
            .get(null);
  }

  private static List<String> found(String schema, String document)
      throws ReflectiveOperationException {
    ValidationResult result = compile(schema).annotate(Json.constant(document));
    assertTrue(result.isValid(), () -> result.violations().toString());
    return result.annotations().stream()
        .map(each -> each.instancePointer() + " " + each.schemaPointer() + " " + each.value())
        .toList();
  }

  @Test
  void whatIsSaidOfAnObjectAndItsMembers() throws Exception {
    assertEquals(
        List.of(
            " /title \"An order\"",
            " /unknown/key {\"a\":[1]}".replace("unknown/key", "unknown~1key"),
            " /deprecated false",
            "/note /properties/note/contentMediaType \"text/plain\"",
            "/note /properties/note/default \"\"",
            "/x-1 /patternProperties/^x-/$ref/readOnly true",
            "/other /additionalProperties/format \"date\"",
            " /properties [\"note\"]",
            " /patternProperties [\"x-1\"]",
            " /additionalProperties [\"other\"]"),
        found(
            """
            {
              "title": "An order",
              "$comment": "not passed on",
              "unknown/key": { "a": [1] },
              "deprecated": false,
              "properties": {
                "note": { "contentMediaType": "text/plain", "default": "" },
                "absent": { "title": "not there" }
              },
              "patternProperties": { "^x-": { "$ref": "#/$defs/x" } },
              "additionalProperties": { "format": "date" },
              "$defs": { "x": { "readOnly": true } }
            }
            """,
            "{\"note\":\"\",\"x-1\":1,\"other\":\"no date\"}"));
  }

  @Test
  void whatDoesNotFitSaysNothing() throws Exception {
    assertEquals(
        List.of(" /anyOf/1/title \"text\"", " /if/title \"short\"", " /then/title \"then\""),
        found(
            """
            {
              "anyOf": [{ "type": "number", "title": "number" }, { "type": "string", "title": "text" }],
              "not": { "type": "null", "title": "never" },
              "if": { "maxLength": 2, "title": "short" },
              "then": { "title": "then" },
              "else": { "title": "else" }
            }
            """,
            "\"ab\""));
  }

  @Test
  void whatIsSaidOfItems() throws Exception {
    assertEquals(
        List.of(
            " /prefixItems 0",
            "/0 /prefixItems/0/title \"first\"",
            "/2 /contains/title \"two\"",
            " /contains [2]",
            "/1 /unevaluatedItems/title \"left\"",
            " /unevaluatedItems true"),
        found(
            """
            {
              "prefixItems": [{ "title": "first" }],
              "contains": { "const": 2, "title": "two" },
              "unevaluatedItems": { "title": "left" }
            }
            """,
            "[0,1,2]"));
    assertEquals(
        List.of(" /prefixItems true", "/0 /prefixItems/0/title \"only\""),
        found("{\"prefixItems\":[{\"title\":\"only\"},true],\"items\":{}}", "[1,2]"));
  }

  @Test
  void recursionAndUnevaluatedProperties() throws Exception {
    assertEquals(
        List.of(
            "/children/0 /$ref/properties/children/items/$dynamicRef/$ref/properties []",
            "/children/0 /$ref/properties/children/items/$dynamicRef/unevaluatedProperties []",
            " /$ref/properties [\"children\"]",
            " /unevaluatedProperties [\"more\"]"),
        found(
                """
            {
              "$id": "https://example.com/strict",
              "$dynamicAnchor": "node",
              "$ref": "tree",
              "unevaluatedProperties": true,
              "$defs": {
                "tree": {
                  "$id": "tree",
                  "$dynamicAnchor": "node",
                  "properties": { "children": { "items": { "$dynamicRef": "#node" } } }
                }
              }
            }
            """,
                "{\"children\":[{}],\"more\":1}")
            .stream()
            .filter(each -> !each.contains("/items true"))
            .toList());
  }

  @Test
  void theLimitEndsTheCollection() throws Exception {
    AnnotatingValidator validator = compile("{\"items\":{\"title\":\"item\"}}");
    ValidationResult result = validator.annotate(Json.constant("[1,2,3,4]"), 2);
    assertEquals(2, result.annotations().size());
    assertTrue(result.truncated());
    assertFalse(validator.annotate(Json.constant("[1]"), 2).truncated());
    assertEquals(List.of(), validator.validate(Json.constant("[1]")).annotations());
    Annotation second = validator.annotate(Json.constant("[1]")).annotations().get(1);
    assertEquals("/items/title", second.schemaPointer());
    assertTrue(second.absoluteSchemaLocation().endsWith("#/items/title"));
  }
}
