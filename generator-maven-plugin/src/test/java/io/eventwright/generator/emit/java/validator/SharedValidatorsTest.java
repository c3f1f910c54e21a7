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
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.json.Violation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedValidatorsTest {

  private static final SchemaSource MONEY =
      SchemaSource.ofText(
          "_types/money.json",
          """
          {
            "type": "object",
            "properties": {
              "amount": { "type": "integer" },
              "per": { "$ref": "#/$defs/unit" },
              "and": { "$ref": "#" }
            },
            "$defs": { "unit": { "enum": ["piece", "kilogram"] } }
          }
          """);
  private static final SchemaSource ORDER =
      SchemaSource.ofText(
          "order/1.0.json",
          """
          {
            "properties": {
              "price": { "$ref": "../_types/money.json" },
              "unit": { "$ref": "../_types/money.json#/$defs/unit" },
              "only": { "properties": { "here": false } },
              "late": { "$ref": "#/$defs/reason" }
            },
            "$defs": { "reason": { "maxLength": 3 } }
          }
          """);
  private static final SchemaSource REFUND =
      SchemaSource.ofText(
          "refund/1.0.json",
          """
          {
            "allOf": [{ "$ref": "../_types/money.json" }],
            "properties": { "why": { "$ref": "../order/1.0.json#/$defs/reason" } },
            "unevaluatedProperties": false
          }
          """);

  private static List<GeneratedFile> emit(List<SchemaSource> sources) {
    SchemaSet set = SchemaLoader.load(sources, LoaderOptions.forEvents()).value();
    List<ValidatorTarget> targets = new ArrayList<>();
    for (String file : List.of("order/1.0.json", "refund/1.0.json")) {
      String name = file.startsWith("order") ? "OrderV1Validator" : "RefundV1Validator";
      targets.add(new ValidatorTarget(set.roots().get(file), "com.example.event", name));
    }
    return new ValidatorEmitter(set).emit(targets, "com.example.type");
  }

  private static final List<GeneratedFile> FILES = emit(List.of(MONEY, ORDER, REFUND));

  private static Validator validator(String name) throws ReflectiveOperationException {
    return (Validator)
        InMemoryCompiler.compile(FILES)
            .loadClass("com.example." + name)
            .getField("INSTANCE")
            .get(null);
  }

  @Test
  void whatTwoSchemasReferToIsWrittenOnce() {
    assertEquals(
        List.of(
            "com/example/event/OrderV1Validator.java",
            "com/example/event/RefundV1Validator.java",
            "com/example/type/MoneyValidator.java",
            "com/example/type/MoneyUnitValidator.java",
            "com/example/event/OrderV1ReasonValidator.java"),
        FILES.stream().map(GeneratedFile::path).toList());
    long written = FILES.stream().filter(each -> each.text().contains("isAmount(")).count();
    assertEquals(1, written);
    assertTrue(FILES.get(0).text().contains("isOnly("), "what one schema has stays with it");
  }

  @Test
  void theOrderOfTheSourcesDoesNotMatter() {
    List<GeneratedFile> other = emit(List.of(REFUND, ORDER, MONEY));
    assertEquals(List.copyOf(FILES), other);
  }

  @Test
  void verdictsAndReportsGoThroughSharedClasses() throws Exception {
    Validator order = validator("event.OrderV1Validator");
    assertTrue(order.isValid(Json.constant("{\"price\":{\"and\":{\"per\":\"piece\"}}}")));
    assertFalse(order.isValid(Json.constant("{\"unit\":\"pound\"}")));
    Violation found =
        order
            .validate(Json.constant("{\"price\":{\"and\":{\"per\":\"pound\"}}}"))
            .violations()
            .get(0);
    assertEquals("/price/and/per", found.instancePointer());
    assertEquals(
        "/properties/price/$ref/properties/and/$ref/properties/per/$ref/enum",
        found.schemaPointer());
    assertTrue(found.absoluteSchemaLocation().endsWith("_types/money.json#/$defs/unit/enum"));
    Violation late = order.validate(Json.constant("{\"late\":\"later\"}")).violations().get(0);
    assertEquals("/properties/late/$ref/maxLength", late.schemaPointer());
    Validator money = validator("type.MoneyValidator");
    assertFalse(money.isValid(Json.constant("{\"amount\":0.5}")));
  }

  /** What a shared schema speaks of counts for whoever refers to it. */
  @Test
  void unevaluatedPropertiesSeeSharedSchemas() throws Exception {
    Validator refund = validator("event.RefundV1Validator");
    assertTrue(refund.isValid(Json.constant("{\"amount\":1,\"why\":\"off\"}")));
    assertFalse(refund.isValid(Json.constant("{\"amount\":1,\"other\":1}")));
    assertEquals(
        List.of("/other"),
        refund.validate(Json.constant("{\"amount\":1,\"other\":1}")).violations().stream()
            .map(Violation::instancePointer)
            .toList());
  }
}
