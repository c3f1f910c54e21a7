package io.eventwright.generator.emit.java.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One truth: what the validator takes, the reader reads, and what it wrote is what it read. A file
 * of documents is named by its case and class; a new one needs no code.
 */
class DocumentsTest {

  private static final Path FOLDER = Path.of("src/test/resources/documents");
  private static final Map<String, CompiledSchemas> COMPILED = new ConcurrentHashMap<>();

  static List<String> documents() throws IOException {
    return CompiledSchemas.files(FOLDER, path -> true).stream()
        .map(path -> path.getFileName().toString())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void verdictsAgreeAndValidDocumentsComeBack(String file) throws IOException {
    String[] parts = file.split("\\.");
    CompiledSchemas compiled = compiled(parts[0]);
    String type = "com.example." + parts[0] + "." + parts[1];
    Codec<Object> codec = compiled.codec(type);
    Validator validator =
        compiled.validator(type + (parts[1].endsWith("V1") ? "_1" : "") + "Validator");
    JsonObject documents = (JsonObject) Json.parse(Files.readAllBytes(FOLDER.resolve(file)));
    for (JsonValue valid : items(documents, "valid")) {
      assertEquals(List.of(), validator.validate(valid).violations(), valid::toString);
      comesBack(codec, valid);
    }
    for (JsonValue invalid : items(documents, "invalid")) {
      assertFalse(validator.isValid(invalid), invalid::toString);
      readsOrRefuses(codec, invalid);
    }
  }

  private static void comesBack(Codec<Object> codec, JsonValue document) throws IOException {
    Object record = CompiledSchemas.read(codec, document);
    byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
    assertEquals(record, CompiledSchemas.read(codec, bytes), "the same from bytes");
    byte[] written = CompiledSchemas.write(codec, record);
    assertEquals(document, Json.parse(written));
    assertEquals(record, CompiledSchemas.read(codec, written));
    assertEquals(record.hashCode(), CompiledSchemas.read(codec, written).hashCode());
    assertTrue(record.toString().length() > 0);
  }

  private static void readsOrRefuses(Codec<Object> codec, JsonValue document) {
    try {
      CompiledSchemas.read(codec, document);
    } catch (IOException refused) {
      assertFalse(refused.getMessage().isBlank());
    }
  }

  private static List<JsonValue> items(JsonObject documents, String name) {
    JsonArray array = (JsonArray) documents.get(name);
    return java.util.stream.IntStream.range(0, array.size()).mapToObj(array::get).toList();
  }

  static CompiledSchemas compiled(String name) throws IOException {
    CompiledSchemas known = COMPILED.get(name);
    if (known == null) {
      known = CompiledSchemas.ofCase(name);
      COMPILED.put(name, known);
    }
    return known;
  }
}
