package io.eventwright.generator.emit.java.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Severity;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and values that are longer than a constant of a class file can be. */
class LongTextsTest {

  /** 30,000 characters that take three bytes each, with what has to be escaped among them. */
  private static final String LONG = "\"\\\n\\u0022*/日".repeat(2_300) + "日".repeat(10_000);

  /** As long as a name in a document may be. */
  private static final String NAME = LONG.substring(0, 400) + "日".repeat(5_000);

  @TempDir Path folder;

  @Test
  void areDataWhereverTheyStand() throws Exception {
    JsonString text = new JsonString(LONG);
    JsonObject string = object("{\"type\": \"string\"}");
    JsonObject properties =
        JsonObject.builder()
            .put("short", string)
            .put(LONG, string)
            .put(NAME, string)
            .put("listed", JsonObject.builder().put("enum", Json.constant("[\"a\"]")).build())
            .put("long", object("{\"enum\": [\"a\", " + text + "]}"))
            .put("constant", JsonObject.builder().put("const", text).build())
            .put(
                "preset",
                JsonObject.builder()
                    .put("type", new JsonString("string"))
                    .put("default", text)
                    .build())
            .put(
                "choice",
                object(
                    ("{\"oneOf\": [{\"type\": \"object\", \"required\": [\"k\"],"
                            + " \"properties\": {\"k\": {\"const\": %s}}}, {\"type\": \"object\","
                            + " \"required\": [\"k\"], \"properties\": {\"k\": {\"const\": \"b\"}}}]}")
                        .formatted(text)))
            .build();
    JsonObject schema =
        JsonObject.builder()
            .put("type", new JsonString("object"))
            .put("description", text)
            .put("required", Json.constant("[\"constant\"]"))
            .put("properties", properties)
            .build();
    Files.writeString(folder.resolve("long.json"), schema.toString());
    CompiledSchemas compiled = CompiledSchemas.of(folder, "com.example.longs");
    assertTrue(
        compiled.diagnostics.stream().allMatch(d -> d.severity() == Severity.NOTE),
        () -> compiled.diagnostics.toString().substring(0, 2_000));
    Codec<Object> codec = compiled.codec("com.example.longs.LongType");
    JsonObject document =
        JsonObject.builder()
            .put("short", new JsonString("s"))
            .put("listed", new JsonString("a"))
            .put("long", text)
            .put("constant", text)
            .put("preset", text)
            .put("choice", JsonObject.builder().put("k", text).build())
            .put(NAME, text)
            .build();
    assertEquals(
        List.of(),
        compiled.validator("com.example.longs.LongTypeValidator").validate(document).violations());
    Object record = CompiledSchemas.read(codec, document);
    assertEquals(document, Json.parse(CompiledSchemas.write(codec, record)));
    Object builder = record.getClass().getMethod("builder").invoke(null);
    Object built = builder.getClass().getMethod("build").invoke(builder);
    assertEquals(LONG, built.getClass().getMethod("preset").invoke(built));
  }

  private static JsonObject object(String json) {
    return (JsonObject) Json.constant(json);
  }
}
