package io.eventwright.generator.emit.java.validator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.load.schema.SchemaLoader;
import io.eventwright.generator.load.schema.SchemaSource;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.testing.InMemoryCompiler;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.ValidationResult;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.json.Violation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValidatorEmitterTest {

  static final String PURCHASE =
      """
      {
        "$id": "https://example.com/purchase",
        "type": "object",
        "required": ["id", "price", "lines"],
        "properties": {
          "id": { "type": "string", "format": "uuid" },
          "price": { "$ref": "#/$defs/money" },
          "lines": {
            "type": "array",
            "minItems": 1,
            "maxItems": 3,
            "items": {
              "type": "object",
              "properties": {
                "sku": { "type": "string", "pattern": "^[A-Z]{3}$" },
                "count": { "type": "integer", "minimum": 1 }
              },
              "required": ["sku"],
              "additionalProperties": false
            }
          },
          "payment": {
            "oneOf": [
              { "properties": { "kind": { "const": "card" } }, "required": ["kind"] },
              { "properties": { "kind": { "const": "cash" } }, "required": ["kind"] }
            ]
          }
        },
        "$defs": {
          "money": {
            "type": "object",
            "properties": {
              "amount": { "type": "number", "exclusiveMinimum": 0, "multipleOf": 0.01 },
              "currency": { "enum": ["EUR", "USD"] }
            },
            "required": ["amount", "currency"],
            "unevaluatedProperties": false
          }
        }
      }
      """;

  static GeneratedFile generate(String schema) {
    SchemaSet set =
        SchemaLoader.load(
                List.of(SchemaSource.ofText("schema.json", schema)), LoaderOptions.forEvents())
            .value();
    return new ValidatorEmitter(set)
        .emit(
            List.of(
                new ValidatorTarget(
                    set.roots().get("schema.json"), "com.example", "ExampleValidator")))
        .get(0);
  }

  static Validator compile(String schema) {
    try {
      return (Validator)
          InMemoryCompiler.compile(List.of(generate(schema)))
              .loadClass("com.example.ExampleValidator")
              .getField("INSTANCE")
              .get(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyViolationHasItsPlaces() {
    Validator validator = compile(PURCHASE);
    ValidationResult result =
        validator.validate(
            Json.constant(
                "{\"price\":{\"amount\":0.005,\"currency\":\"EUR\",\"tip\":1},"
                    + "\"lines\":[{\"sku\":\"abc\",\"count\":1.5,\"a/b\":1}],"
                    + "\"payment\":{\"kind\":\"barter\"}}"));
    List<String> found =
        result.violations().stream()
            .map(v -> v.instancePointer() + " " + v.schemaPointer() + " " + v.keyword())
            .toList();
    assertEquals(
        List.of(
            " /required required",
            "/price/amount /properties/price/$ref/properties/amount/multipleOf multipleOf",
            "/price/tip /properties/price/$ref/unevaluatedProperties unevaluatedProperties",
            "/lines/0/sku /properties/lines/items/properties/sku/pattern pattern",
            "/lines/0/count /properties/lines/items/properties/count/type type",
            "/lines/0/a~1b /properties/lines/items/additionalProperties additionalProperties",
            "/payment /properties/payment/oneOf oneOf",
            "/payment/kind /properties/payment/oneOf/0/properties/kind/const const",
            "/payment/kind /properties/payment/oneOf/1/properties/kind/const const"),
        found);
    Violation multiple = result.violations().get(1);
    assertEquals(
        "https://example.com/purchase#/$defs/money/properties/amount/multipleOf",
        multiple.absoluteSchemaLocation());
    assertEquals("/price/amount: must be a multiple of 0.01 (multipleOf)", multiple.toString());
  }

  @Test
  void theLimitEndsTheReport() {
    Validator validator = compile("{\"items\":{\"type\":\"string\"}}");
    ValidationResult result = validator.validate(Json.constant("[1,2,3,4]"), 2);
    assertEquals(2, result.violations().size());
    assertTrue(result.truncated());
    assertFalse(validator.validate(Json.constant("[1,2]"), 2).truncated());
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    assertEquals(generate(PURCHASE), generate(PURCHASE));
  }

  /** Methods, constants and classes have limits in a class file; schemas have none. */
  @Test
  void schemasOfAnySizeCompile() throws Exception {
    String names =
        IntStream.range(0, 1_200).mapToObj(i -> "\"p" + i + "\"").collect(Collectors.joining(","));
    String properties =
        IntStream.range(0, 1_200)
            .mapToObj(
                i ->
                    "\"p"
                        + i
                        + "\":{\"type\":\"string\",\"maxLength\":"
                        + i
                        + ",\"pattern\":\"^"
                        + i
                        + "?\"}")
            .collect(Collectors.joining(","));
    String arms =
        IntStream.range(0, 400)
            .mapToObj(i -> "{\"const\":" + i + "}")
            .collect(Collectors.joining(","));
    String values =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "\"value-" + i + "\"")
            .collect(Collectors.joining(","));
    Validator validator =
        compile(
            "{\"properties\":{\"wide\":{\"required\":["
                + names
                + "],\"properties\":{"
                + properties
                + "},\"unevaluatedProperties\":false},\"any\":{\"anyOf\":["
                + arms
                + "]},\"one\":{\"oneOf\":["
                + arms
                + "]},\"all\":{\"not\":{\"allOf\":["
                + arms
                + "]}},\"tuple\":{\"prefixItems\":["
                + arms
                + "]},\"many\":{\"enum\":["
                + values
                + "]}}}");
    assertTrue(
        validator.isValid(Json.constant("{\"any\":399,\"one\":399,\"many\":\"value-19999\"}")));
    assertTrue(validator.isValid(Json.constant("{\"tuple\":[0,1,2,3],\"all\":7}")));
    assertFalse(validator.isValid(Json.constant("{\"any\":1000}")));
    assertFalse(validator.isValid(Json.constant("{\"one\":1000}")));
    assertFalse(validator.isValid(Json.constant("{\"many\":\"value-20000\"}")));
    ValidationResult wide = validator.validate(Json.constant("{\"wide\":{\"q\":1}}"), 5_000);
    assertEquals(1_201, wide.violations().size());
  }

  @Test
  void dynamicScopesBecomePlainCalls() {
    Validator validator =
        compile(
            """
            {
              "$id": "https://example.com/strict-tree",
              "$dynamicAnchor": "node",
              "$ref": "tree",
              "unevaluatedProperties": false,
              "$defs": {
                "tree": {
                  "$id": "tree",
                  "$dynamicAnchor": "node",
                  "type": "object",
                  "properties": {
                    "data": true,
                    "children": { "type": "array", "items": { "$dynamicRef": "#node" } }
                  }
                }
              }
            }
            """);
    assertTrue(validator.isValid(Json.constant("{\"children\":[{\"data\":1}]}")));
    assertFalse(validator.isValid(Json.constant("{\"children\":[{\"daat\":1}]}")));
  }
}
