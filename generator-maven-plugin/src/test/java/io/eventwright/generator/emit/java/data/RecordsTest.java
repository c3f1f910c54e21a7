package io.eventwright.generator.emit.java.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.codec.Maybe;
import io.eventwright.runtime.codec.UnexpectedShape;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonValue;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What generated records promise to who uses them. */
class RecordsTest {

  private static final String SHIPMENT = "com.example.events.ShipmentSentV1";
  private static final String OLD =
      "{\"shipmentId\":\"s\",\"address\":{\"street\":\"Secret 1\",\"city\":\"b\"},"
          + "\"lines\":[{\"sku\":\"x\",\"quantity\":1}]";

  @Test
  void nothingInARecordCanBeChanged() throws Exception {
    CompiledSchemas shapes = DocumentsTest.compiled("shapes");
    Object record =
        read(
            shapes.codec("com.example.shapes.Everything"),
            "{\"small\":1,\"flag\":true,\"position\":[0,0],\"nothing\":null,\"nullableName\":null,"
                + "\"matrix\":[[1]],\"byName\":{\"b\":[\"1\"],\"a\":[]},\"more\":1}");
    List<?> matrix = (List<?>) call(record, "matrix");
    assertThrows(UnsupportedOperationException.class, matrix::clear);
    assertThrows(UnsupportedOperationException.class, () -> ((List<?>) matrix.get(0)).clear());
    Map<?, ?> byName = (Map<?, ?>) call(record, "byName");
    assertEquals(List.of("b", "a"), List.copyOf(byName.keySet()));
    assertThrows(UnsupportedOperationException.class, byName::clear);
    assertThrows(UnsupportedOperationException.class, () -> ((List<?>) byName.get("b")).clear());
    assertThrows(
        UnsupportedOperationException.class,
        () -> ((Map<?, ?>) call(record, "additionalProperties")).clear());
  }

  @Test
  void anOlderMinorIsReadByTheRecordOfTheNewest() throws Exception {
    CompiledSchemas events = DocumentsTest.compiled("events");
    assertTrue(events.validator(SHIPMENT + "_0Validator").isValid(Json.parse(OLD + "}")));
    assertFalse(events.validator(SHIPMENT + "_1Validator").isValid(Json.parse(OLD + "}")));
    Object record = read(events.codec(SHIPMENT), OLD + "}");
    assertNull(call(record, "sentAt"));
    assertEquals(Maybe.absent(), call(record, "note"));
    assertNull(call(record, "speed"), "a default is the builder's, not the document's");
  }

  @Test
  void whatANewerMinorSaysComesBack() throws Exception {
    CompiledSchemas events = DocumentsTest.compiled("events");
    String newer =
        OLD
            + ",\"sentAt\":\"2026-01-01T00:00:00Z\",\"speed\":\"by-drone\",\"tracks\":[{\"n\":1.50}]}";
    Object record = read(events.codec(SHIPMENT), newer);
    assertEquals("UNKNOWN", call(call(record, "speed"), "known").toString());
    assertEquals(Json.parse(newer), written(events.codec(SHIPMENT), record));

    CompiledSchemas unions = DocumentsTest.compiled("unions");
    String kind = "{\"method\":{\"kind\":\"shells\",\"count\":3}}";
    Codec<Object> payment = unions.codec("com.example.unions.Payment");
    Object unknown = read(payment, kind);
    assertEquals("Unknown", call(unknown, "method").getClass().getSimpleName());
    assertEquals(Json.parse(kind), written(payment, unknown));
  }

  @Test
  void nullAndAbsentAreToldApart() throws Exception {
    Codec<Object> codec = DocumentsTest.compiled("events").codec(SHIPMENT);
    assertEquals(Maybe.ofNull(), call(read(codec, OLD + ",\"note\":null}"), "note"));
    assertEquals(Maybe.of("n"), call(read(codec, OLD + ",\"note\":\"n\"}"), "note"));
  }

  @Test
  void builderHasDefaultsAndAsksForWhatIsRequired() throws Exception {
    CompiledSchemas events = DocumentsTest.compiled("events");
    Object builder = events.type(SHIPMENT).getMethod("builder").invoke(null);
    InvocationTargetException missing =
        assertThrows(
            InvocationTargetException.class,
            () -> builder.getClass().getMethod("build").invoke(builder));
    assertEquals("required property shipmentId is missing", missing.getCause().getMessage());
    Class<?> line = events.type(SHIPMENT + "$Line");
    Object lines = line.getMethod("builder").invoke(null);
    lines.getClass().getMethod("sku", String.class).invoke(lines, "x");
    lines.getClass().getMethod("quantity", int.class).invoke(lines, 2);
    Object built = lines.getClass().getMethod("build").invoke(lines);
    assertEquals(false, call(built, "fragile"));
    Object changed = line.getMethod("withQuantity", int.class).invoke(built, 3);
    assertEquals(3, call(changed, "quantity"));
    assertEquals(2, call(built, "quantity"));
  }

  @Test
  void defaultsOfAnyTypeAreTheBuildersIfTheyFit() throws Exception {
    CompiledSchemas shapes = DocumentsTest.compiled("shapes");
    String name = "com.example.shapes.Defaults";
    Object builder = shapes.type(name).getMethod("builder").invoke(null);
    Object record = builder.getClass().getMethod("build").invoke(builder);
    JsonObject schema =
        (JsonObject)
            Json.parse(
                Files.readAllBytes(Path.of("src/test/resources/schemas/shapes/defaults.json")));
    JsonObject properties = (JsonObject) Objects.requireNonNull(schema.get("properties"));
    JsonObject.Builder expected = JsonObject.builder();
    for (String property : properties.names()) {
      JsonObject of = (JsonObject) Objects.requireNonNull(properties.get(property));
      if (!property.equals("broken") && !property.equals("wrong")) {
        expected.put(property, Objects.requireNonNull(of.get("default")));
      }
    }
    assertEquals(expected.build(), written(shapes.codec(name), record));
    assertTrue(shapes.validator(name + "Validator").isValid(written(shapes.codec(name), record)));
  }

  @Test
  void whatIsSensitiveIsNotShown() throws Exception {
    Object record = read(DocumentsTest.compiled("events").codec(SHIPMENT), OLD + "}");
    assertFalse(record.toString().contains("Secret"), record::toString);
    assertTrue(record.toString().contains("street=***"), record::toString);
  }

  @Test
  void identicalShapesAreOneType() throws Exception {
    Class<?> shipment = DocumentsTest.compiled("events").type(SHIPMENT);
    assertEquals(
        shipment.getMethod("address").getReturnType(),
        shipment.getMethod("returnAddress").getReturnType());
  }

  @Test
  void whatHasAnotherShapeIsRefusedWithItsPlace() throws IOException {
    Codec<Object> codec = DocumentsTest.compiled("events").codec(SHIPMENT);
    UnexpectedShape refused =
        assertThrows(
            UnexpectedShape.class,
            () -> read(codec, OLD.replace("\"quantity\":1", "\"quantity\":\"1\"") + "}"));
    assertEquals("/lines/0/quantity", refused.pointer());
    assertThrows(IOException.class, () -> read(codec, OLD + ",\"note\":1,\"note\":2}"));
  }

  private static Object read(Codec<Object> codec, String document) throws IOException {
    return CompiledSchemas.read(codec, document.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonValue written(Codec<Object> codec, Object record) throws IOException {
    return Json.parse(CompiledSchemas.write(codec, record));
  }

  private static Object call(Object record, String method) throws ReflectiveOperationException {
    Method found = record.getClass().getMethod(method);
    return found.invoke(record);
  }
}
