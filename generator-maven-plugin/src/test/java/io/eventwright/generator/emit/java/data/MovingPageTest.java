package io.eventwright.generator.emit.java.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.model.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for those who come from jsonschema2pojo shows what is generated today. */
class MovingPageTest {

  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @Test
  void thePageShowsTheSchemaAndPartsOfTheFileOfToday() throws IOException {
    String page = Files.readString(Path.of("../docs/moving-from-jsonschema2pojo.md"));
    Path schemas = Path.of("src/test/resources/schemas/moving");
    assertTrue(
        page.contains("```json\n" + Files.readString(schemas.resolve("order.json")) + "```"));
    List<GeneratedFile> files =
        CompiledSchemas.generate(schemas, "com.example", LoaderOptions.forEvents()).value().files();
    String order =
        files.stream()
            .filter(file -> file.path().equals("com/acme/shop/Order.java"))
            .findFirst()
            .orElseThrow()
            .text();
    assertTrue(files.stream().anyMatch(file -> file.path().equals("com/acme/crm/Customer.java")));
    Matcher blocks = JAVA.matcher(page);
    int shown = 0;
    while (blocks.find()) {
      String block = blocks.group(1);
      if (block.contains("public record ")) {
        assertTrue(order.contains(block), block);
        shown++;
      }
    }
    assertEquals(2, shown);
  }
}
