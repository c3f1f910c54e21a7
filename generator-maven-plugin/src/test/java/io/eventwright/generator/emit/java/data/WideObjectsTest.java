package io.eventwright.generator.emit.java.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Severity;
import io.eventwright.runtime.codec.RecordBuilder;
import io.eventwright.runtime.codec.UnexpectedShape;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects with about as many members as a constructor has room for, and with many more. */
class WideObjectsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {249, 253, 254, 255, 256, 300, 2_000})
  void anObjectOfThatManyMembersIsReadAndWritten(int members) throws Exception {
    Files.writeString(folder.resolve("wide.json"), schema(members));
    CompiledSchemas compiled = CompiledSchemas.of(folder, "com.example.wide");
    assertTrue(
        compiled.diagnostics.stream().noneMatch(d -> d.severity() != Severity.NOTE),
        compiled.diagnostics::toString);
    Class<?> type = compiled.type("com.example.wide.Wide");
    assertEquals(members < 250, type.isRecord());
    Codec<Object> codec = compiled.codec("com.example.wide.Wide");
    JsonObject document = document(members);
    assertEquals(
        List.of(),
        compiled.validator("com.example.wide.WideValidator").validate(document).violations());

    Object value = CompiledSchemas.read(codec, document);
    assertEquals(document, Json.parse(CompiledSchemas.write(codec, value)));
    Object again = CompiledSchemas.read(codec, document.toString().getBytes());
    assertEquals(value, again);
    assertEquals(value.hashCode(), again.hashCode());
    assertEquals("v0", type.getMethod("p0").invoke(value));
    String text = value.toString();
    assertTrue(text.startsWith("Wide[p0=v0, p1=1, p2=[a, b], p3=***, p4="), text);
    assertTrue(text.endsWith("unknownFields=[\"newer\"]]"), text.substring(text.length() - 60));

    Object other = type.getMethod("withP0", String.class).invoke(value, "changed");
    assertNotEquals(value, other);
    assertEquals("v0", type.getMethod("p0").invoke(value), "it cannot be changed");
    Object back = type.getMethod("withP0", String.class).invoke(other, "v0");
    assertEquals(value, back);
    assertThrows(
        UnsupportedOperationException.class,
        () -> ((List<?>) type.getMethod("p2").invoke(value)).clear());
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 300})
  void itsBuilderHasDefaultsAndAsksForWhatIsRequired(int members) throws Exception {
    Files.writeString(folder.resolve("wide.json"), schema(members));
    CompiledSchemas compiled = CompiledSchemas.of(folder, "com.example.wide");
    Class<?> type = compiled.type("com.example.wide.Wide");
    RecordBuilder<?> builder = (RecordBuilder<?>) type.getMethod("builder").invoke(null);
    NullPointerException missing = assertThrows(NullPointerException.class, builder::build);
    assertEquals("required property p0 is missing", missing.getMessage());
    builder.getClass().getMethod("p0", String.class).invoke(builder, "x");
    Object built = builder.build();
    assertEquals("some", type.getMethod("p5").invoke(built));
    // What is built does not follow the builder.
    builder.getClass().getMethod("p0", String.class).invoke(builder, "y");
    assertEquals("x", type.getMethod("p0").invoke(built));
    UnexpectedShape refused =
        assertThrows(
            UnexpectedShape.class,
            () -> CompiledSchemas.read(compiled.codec("com.example.wide.Wide"), Json.parse("{}")));
    assertTrue(refused.getMessage().contains("required property p0 is missing"));
  }

  @Test
  void aWideObjectMayBeAnArmAndHaveRequiredNumbersAndOthers() throws Exception {
    StringBuilder properties = new StringBuilder("\"kind\": {\"const\": \"wide\"}");
    StringBuilder required = new StringBuilder("\"kind\"");
    JsonObject.Builder wide = JsonObject.builder().put("kind", new JsonString("wide"));
    for (int i = 0; i < 300; i++) {
      String deprecated = i == 7 ? ", \"deprecated\": true" : "";
      properties.append(", \"n" + i + "\": {\"type\": \"integer\"" + deprecated + "}");
      required.append(", \"n" + i + "\"");
      wide.put("n" + i, JsonNumber.of(i));
    }
    Files.writeString(
        folder.resolve("choice.json"),
        """
        {"type": "array", "items": {"oneOf": [
          {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "none"}}},
          {"type": "object", "required": [%s], "properties": {%s},
           "additionalProperties": {"type": "string", "x-sensitive": true}}]}}
        """
            .formatted(required, properties));
    CompiledSchemas compiled = CompiledSchemas.of(folder, "com.example.wide");
    Codec<Object> codec = compiled.codec("com.example.wide.Choice");
    JsonValue document = JsonArray.of(List.of(wide.put("more", new JsonString("S3")).build()));
    Object read = CompiledSchemas.read(codec, document);
    assertEquals(document, Json.parse(CompiledSchemas.write(codec, read)));
    assertFalse(read.toString().contains("S3"), read::toString);
    Class<?> type = compiled.type("com.example.wide.Choice$Wide");
    assertTrue(type.getMethod("n7").isAnnotationPresent(Deprecated.class));
    assertEquals(long.class, type.getMethod("n299").getReturnType());
  }

  @Test
  void whatNoClassHasRoomForStaysAMapAndTheBuildSaysSo() throws IOException {
    Files.writeString(folder.resolve("wide.json"), schema(4_001));
    var data =
        CompiledSchemas.generate(
            folder,
            "com.example.wide",
            io.eventwright.generator.load.schema.LoaderOptions.forEvents());
    assertTrue(
        data.diagnostics().stream().anyMatch(d -> d.message().contains("stays a map of JsonValue")),
        () -> data.diagnostics().toString());
    assertFalse(data.hasErrors());
  }

  /** Every kind of component, over and over; {@code p0} is required. */
  private static String schema(int members) {
    StringBuilder schema =
        new StringBuilder("{\"type\": \"object\", \"required\": [\"p0\"], \"properties\": {");
    for (int i = 0; i < members; i++) {
      schema.append(i == 0 ? "" : ", ").append("\"p").append(i).append("\": ").append(kind(i));
    }
    return schema.append("}}").toString();
  }

  private static String kind(int number) {
    return switch (number % 6) {
      case 0 -> "{\"type\": \"string\", \"description\": \"Number " + number + ".\"}";
      case 1 -> "{\"type\": \"integer\", \"minimum\": 0, \"maximum\": 5000}";
      case 2 -> "{\"type\": \"array\", \"items\": {\"type\": \"string\"}}";
      case 3 -> "{\"type\": \"string\", \"x-sensitive\": true}";
      case 4 -> "{\"type\": [\"string\", \"null\"], \"format\": \"date\"}";
      default -> "{\"type\": \"string\", \"default\": \"some\"}";
    };
  }

  private static JsonObject document(int members) {
    JsonObject.Builder document = JsonObject.builder();
    for (int i = 0; i < members; i++) {
      document.put("p" + i, value(i));
    }
    return document.put("newer", JsonNumber.of(1)).build();
  }

  private static JsonValue value(int number) {
    return switch (number % 6) {
      case 1 -> JsonNumber.of(number);
      case 2 -> JsonArray.of(List.of(new JsonString("a"), new JsonString("b")));
      case 4 -> number % 12 == 4 ? JsonNull.NULL : new JsonString("2026-01-02");
      default -> new JsonString("v" + number);
    };
  }
}
