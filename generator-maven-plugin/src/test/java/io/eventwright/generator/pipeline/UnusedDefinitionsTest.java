package io.eventwright.generator.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is defined and not used becomes a type only when asked. */
class UnusedDefinitionsTest {

  @TempDir Path folder;

  @Test
  void areTypesOnlyWhenAsked() throws IOException {
    String usual = compiled(false);
    assertTrue(usual.contains("record Used("), usual);
    assertFalse(usual.contains("Spare"), usual);
    String asked = compiled(true);
    assertEquals(1, asked.split("record Used\\(", -1).length - 1, "once, though used and defined");
    assertTrue(asked.contains("record Spare("), asked);
    assertTrue(asked.contains("record SparePart("), asked);
    assertTrue(asked.contains("record Level("), asked);
  }

  private String compiled(boolean definitions) throws IOException {
    Path schemas = Files.createDirectories(folder.resolve("schemas"));
    Files.writeString(
        schemas.resolve("machine.json"),
        """
        {"type": "object", "properties": {"a": {"$ref": "#/$defs/used"}},
         "$defs": {
           "used": {"type": "object", "properties": {"x": {"type": "string"}}},
           "spare": {"type": "object", "properties": {"part": {"$ref": "#/$defs/sparePart"}}},
           "sparePart": {"type": "object", "properties": {"y": {"type": "integer"}}},
           "level": {"enum": ["low", "high"]},
           "text": {"type": "string"}}}
        """);
    Path output = folder.resolve("java-" + definitions);
    GenerationResult result =
        new SchemaCompilation(schemas, output, "com.example", false, definitions, Set.of()).run();
    assertTrue(result.diagnostics().isEmpty(), () -> result.diagnostics().toString());
    return Files.readString(output.resolve("com/example/Machine.java"));
  }
}
