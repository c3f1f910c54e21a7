package io.eventwright.generator.emit.java.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.BooleanNode;
import io.eventwright.generator.load.document.Documents;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.NumberNode;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.render.YamlText;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.ValidationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published schema of {@code system.yaml}, compiled by ourselves, takes every sample. */
class SystemSchemaTest {

  private static final Path SCHEMA = Path.of("src/main/resources/eventwright/system.schema.json");
  private static final Path SAMPLES = Path.of("../sample-schemas/src/main/resources/samples");

  @TempDir Path folder;

  @Test
  void takesEverySampleAndRefusesAMisspeltKey() throws IOException {
    Files.copy(SCHEMA, folder.resolve("description.json"));
    CompiledSchemas compiled = CompiledSchemas.of(folder, "com.example.schema");
    for (String sample : List.of("quickstart", "arcade")) {
      String text = Files.readString(SAMPLES.resolve(sample).resolve("system.yaml"));
      ValidationResult result = validate(compiled, text);
      assertEquals(List.of(), result.violations(), sample);
      assertFalse(validate(compiled, text.replace("workers:", "wokers:")).isValid(), sample);
      assertFalse(validate(compiled, text.replace("changes: ", "chnages: ")).isValid(), sample);
      assertTrue(text.contains("changes: "), sample);
    }
  }

  private static ValidationResult validate(CompiledSchemas compiled, String yaml)
      throws IOException {
    Node root = Documents.read("system.yaml", yaml.getBytes(StandardCharsets.UTF_8)).value();
    return compiled
        .validator("com.example.schema.DescriptionValidator")
        .validate(Json.parse(json(root).getBytes(StandardCharsets.UTF_8)));
  }

  private static String json(Node node) {
    if (node instanceof ObjectNode object) {
      return object.members().values().stream()
          .map(each -> new YamlText().quote(each.name()) + ":" + json(each.value()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (node instanceof ArrayNode array) {
      return array.items().stream()
          .map(SystemSchemaTest::json)
          .collect(Collectors.joining(",", "[", "]"));
    }
    return node instanceof StringNode text
        ? new YamlText().quote(text.value())
        : node instanceof NumberNode number
            ? number.text()
            : node instanceof BooleanNode truth ? String.valueOf(truth.value()) : "null";
  }
}
