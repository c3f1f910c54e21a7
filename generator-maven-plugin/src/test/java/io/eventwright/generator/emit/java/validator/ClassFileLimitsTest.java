package io.eventwright.generator.emit.java.validator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonLimits;
import io.eventwright.runtime.json.JsonParseFailure;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.ValidationResult;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.json.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A class file has limits that a schema has not: 65,535 bytes a string, as many a method, as many
 * constants a class. Each schema here is beyond one, and is generated, compiled and validates.
 */
class ClassFileLimitsTest {

  private static final String LONG = "é".repeat(40_000);

  /** Too long for a constant, and short enough for an expression. */
  private static final String REGEX = "é".repeat(17_000);

  private static String list(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(","));
  }

  private static List<String> found(Validator validator, String document) {
    assertFalse(validator.isValid(Json.constant(document)));
    return validator.validate(Json.constant(document), 10_000).violations().stream()
        .map(each -> each.instancePointer() + " " + each.keyword())
        .toList();
  }

  private static JsonValue parse(String document) throws JsonParseFailure {
    JsonLimits limits = new JsonLimits(1 << 24, 2_000, 1 << 20, 1 << 20, 1_000, 10_000);
    return Json.parse(document.getBytes(StandardCharsets.UTF_8), limits);
  }

  @Test
  void namesAndConstantsBeyond64Kilobytes() throws Exception {
    Validator validator =
        ValidatorEmitterTest.compile(
            """
            {
              "required": ["LONG"],
              "properties": { "LONG": { "type": "string" }, "LONG2": { "$ref": "#/$defs/LONG" } },
              "dependentRequired": { "LONG": ["LONG2"] },
              "patternProperties": { "^p?REGEX3$": { "const": "LONG4" } },
              "additionalProperties": { "enum": ["LONG5"], "pattern": "REGEX" },
              "$defs": { "LONG": { "properties": { "inner": { "type": "null" } } } }
            }
            """
                .replace("LONG", LONG)
                .replace("REGEX", REGEX));
    assertTrue(
        validator.isValid(
            parse(
                "{\"LONG\":\"\",\"LONG2\":1,\"REGEX3\":\"LONG4\",\"any\":\"LONG5\"}"
                    .replace("LONG", LONG)
                    .replace("REGEX", REGEX))));
    assertEquals(List.of(" required"), found(validator, "{}"));
    List<Violation> found =
        validator
            .validate(
                parse(
                    "{\"LONG\":1,\"LONG2\":{\"inner\":1},\"REGEX3\":\"\",\"x\":\"\"}"
                        .replace("LONG", LONG)
                        .replace("REGEX", REGEX)))
            .violations();
    assertEquals(
        List.of("type", "type", "const", "enum", "pattern"),
        found.stream().map(Violation::keyword).toList());
    assertEquals(
        "/properties/" + LONG + "2/$ref/properties/inner/type", found.get(1).schemaPointer());
  }

  @Test
  void anEnumOfTenThousandValues() {
    Validator validator =
        ValidatorEmitterTest.compile("{\"enum\":[" + list(10_000, i -> "{\"n\":" + i + "}") + "]}");
    assertTrue(validator.isValid(Json.constant("{\"n\":9999}")));
    assertEquals(List.of(" enum"), found(validator, "{\"n\":10000}"));
  }

  @Test
  void anObjectOfFiveThousandProperties() {
    Validator validator =
        ValidatorEmitterTest.compile(
            "{\"properties\":{"
                + list(5_000, i -> "\"p" + i + "\":{\"type\":\"integer\",\"minimum\":" + i + "}")
                + "},\"required\":["
                + list(5_000, i -> "\"p" + i + "\"")
                + "],\"unevaluatedProperties\":false}");
    String all = list(5_000, i -> "\"p" + i + "\":" + i);
    assertTrue(validator.isValid(Json.constant("{" + all + "}")));
    assertEquals(
        List.of("/p4999 minimum", "/q unevaluatedProperties"),
        found(validator, "{" + all.replace("\"p4999\":4999", "\"p4999\":4998") + ",\"q\":1}"));
    ValidationResult none = validator.validate(Json.constant("{}"), 10_000);
    assertEquals(5_000, none.violations().size());
  }

  @Test
  void thousandsOfWhatIsTriedOneByOne() {
    Validator patterns =
        ValidatorEmitterTest.compile(
            "{\"patternProperties\":{"
                + list(6_000, i -> "\"^p" + i + "$\":{\"type\":\"null\"}")
                + "},\"additionalProperties\":false}");
    assertTrue(patterns.isValid(Json.constant("{\"p5999\":null}")));
    assertEquals(
        List.of("/p6000 additionalProperties", "/p0 type"),
        found(patterns, "{\"p6000\":null,\"p0\":1}"));
    Validator dependents =
        ValidatorEmitterTest.compile(
            "{\"dependentSchemas\":{"
                + list(1_000, i -> "\"p" + i + "\":{\"properties\":{\"q" + i + "\":true}}")
                + "},\"properties\":{\"p999\":true},\"unevaluatedProperties\":false}");
    assertTrue(dependents.isValid(Json.constant("{\"p999\":1,\"q999\":1}")));
    assertEquals(
        List.of("/q998 unevaluatedProperties"),
        found(dependents, "{\"p999\":1,\"q999\":1,\"q998\":1}"));
  }

  /** Deeper than a document may be nested, so by reference. */
  @Test
  void aSchemaNestedAThousandDeep() throws Exception {
    int depth = 1_000;
    Validator validator =
        ValidatorEmitterTest.compile(
            "{\"$ref\":\"#/$defs/0\",\"$defs\":{"
                + list(
                    depth,
                    i ->
                        "\""
                            + i
                            + "\":{\"properties\":{\"a\":{\"$ref\":\"#/$defs/"
                            + (i + 1)
                            + "\"}}}")
                + ",\""
                + depth
                + "\":{\"type\":\"integer\"}}}");
    String text = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    assertTrue(validator.isValid(parse(text)));
    JsonValue wrong = parse(text.replace("1", "[]"));
    assertFalse(validator.isValid(wrong));
    Violation found = validator.validate(wrong).violations().get(0);
    assertEquals("/a".repeat(depth), found.instancePointer());
    assertEquals("/$ref" + "/properties/a/$ref".repeat(depth) + "/type", found.schemaPointer());
  }

  @Test
  void aSchemaAsDeepAsADocumentMayBe() throws Exception {
    int depth = 120;
    Validator inPlace =
        ValidatorEmitterTest.compile(
            "{\"allOf\":[".repeat(depth) + "{\"type\":\"integer\"}" + "]}".repeat(depth));
    assertTrue(inPlace.isValid(Json.constant("1")));
    assertEquals(List.of(" type"), found(inPlace, "\"1\""));
    Validator members =
        ValidatorEmitterTest.compile(
            "{\"properties\":{\"a\":".repeat(depth)
                + "{\"type\":\"integer\"}"
                + "}}".repeat(depth));
    String fits = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    assertTrue(members.isValid(parse(fits)));
  }

  @Test
  void threeThousandArms() {
    for (String keyword : List.of("oneOf", "anyOf")) {
      Validator validator =
          ValidatorEmitterTest.compile(
              "{\"type\":\"object\",\""
                  + keyword
                  + "\":["
                  + list(3_000, i -> "{\"required\":[\"p" + i + "\"]}")
                  + "]}");
      assertTrue(validator.isValid(Json.constant("{\"p2999\":1}")), keyword);
      assertFalse(validator.isValid(Json.constant("{\"p3000\":1}")), keyword);
      assertEquals(3_001, found(validator, "{\"p3000\":1}").size(), keyword);
      assertEquals(
          keyword.equals("anyOf"),
          validator.isValid(Json.constant("{\"p0\":1,\"p2999\":1}")),
          keyword);
    }
  }
}
