package io.eventwright.generator.emit.java.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Names, descriptions, patterns, constants and values that try to become code. All of a folder of
 * them compiles, and what they say comes through as data.
 */
class AttacksTest {

  private static final String PACKAGE = "com.example.attacks.";
  private static CompiledSchemas compiled;

  @BeforeAll
  static void compile() throws IOException {
    compiled = CompiledSchemas.ofCase("attacks");
  }

  @Test
  void noneBecomesAClassOrLeavesTheFolder() {
    assertThrows(ClassNotFoundException.class, () -> compiled.type(PACKAGE + "Evil"));
    for (GeneratedFile file : compiled.files) {
      assertTrue(file.path().matches("com/example/attacks/[A-Za-z0-9_/]+\\.java"), file.path());
    }
  }

  @Test
  void typesAndCodecsAreAsciiButForWords() {
    for (GeneratedFile file : compiled.files) {
      if (file.path().endsWith("Validator.java")) {
        continue;
      }
      for (String line : file.text().lines().toList()) {
        boolean words = line.strip().startsWith("*") || line.strip().startsWith("/**");
        assertTrue(words || line.chars().allMatch(c -> c < 127), file.path() + ": " + line);
        assertTrue(
            line.codePoints().noneMatch(c -> Character.getType(c) == Character.FORMAT || c == 0x7f),
            file.path());
      }
    }
  }

  @Test
  void propertyNamesAreData() throws IOException {
    JsonObject.Builder document = JsonObject.builder();
    for (String name : ((JsonObject) schema("property-names").get("properties")).names()) {
      document.put(name, new JsonString("value of " + name));
    }
    comesBack("PropertyNames", document.build());
  }

  @Test
  void constantsAreData() throws IOException {
    JsonObject.Builder document = JsonObject.builder();
    JsonObject properties = (JsonObject) schema("constants").get("properties");
    for (String name : properties.names()) {
      document.put(name, ((JsonObject) properties.get(name)).get("const"));
    }
    comesBack("Constants", document.build());
  }

  @Test
  void valuesAndTagsAreData() throws IOException {
    JsonObject properties = (JsonObject) schema("enum-values").get("properties");
    JsonArray values = (JsonArray) ((JsonObject) properties.get("e")).get("enum");
    for (int i = 0; i < values.size(); i++) {
      comesBack("EnumValues", JsonObject.of(Map.of("e", values.get(i))));
      JsonObject tagged = JsonObject.of(Map.of("kind", values.get(i), "v", new JsonString("x")));
      comesBack("UnionTags", JsonObject.of(Map.of("u", tagged)));
    }
  }

  @Test
  void defaultsAreData() throws Exception {
    Class<?> type = compiled.type(PACKAGE + "Defaults");
    Object builder = type.getMethod("builder").invoke(null);
    Object record = builder.getClass().getMethod("build").invoke(builder);
    JsonObject written = (JsonObject) Json.parse(CompiledSchemas.write(codec("Defaults"), record));
    JsonObject properties = (JsonObject) schema("defaults").get("properties");
    for (String name : properties.names()) {
      assertEquals(((JsonObject) properties.get(name)).get("default"), written.get(name));
    }
  }

  private static void comesBack(String type, JsonValue document) throws IOException {
    assertTrue(compiled.validator(PACKAGE + type + "Validator").isValid(document));
    Object record = CompiledSchemas.read(codec(type), document);
    assertEquals(document, Json.parse(CompiledSchemas.write(codec(type), record)));
  }

  private static Codec<Object> codec(String type) {
    return compiled.codec(PACKAGE + type);
  }

  private static JsonObject schema(String name) throws IOException {
    return (JsonObject)
        Json.parse(
            Files.readAllBytes(Path.of("src/test/resources/schemas/attacks", name + ".json")));
  }
}
