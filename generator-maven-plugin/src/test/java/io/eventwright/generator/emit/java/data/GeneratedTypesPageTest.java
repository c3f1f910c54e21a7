package io.eventwright.generator.emit.java.data;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.model.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page that shows generated code shows what is generated. */
class GeneratedTypesPageTest {

  @Test
  void theFilesOnThePageAreTheFilesOfToday() throws IOException {
    String page = Files.readString(Path.of("../docs/generated-types.md"));
    Path schemas = Path.of("src/test/resources/schemas/doc");
    assertTrue(page.contains(Files.readString(schemas.resolve("parcel-sent/1.0.json"))));
    CompiledSchemas compiled = CompiledSchemas.of(schemas, "com.example");
    for (String name : new String[] {"ParcelSentV1.java", "ParcelSentV1Codec.java"}) {
      GeneratedFile file =
          compiled.files.stream()
              .filter(each -> each.path().endsWith("/" + name))
              .findFirst()
              .orElseThrow();
      assertTrue(page.contains("```java\n" + file.text() + "```"), name + " has changed");
    }
  }
}
