package io.eventwright.generator.load.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.Documents;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.load.schema.SchemaLoader;
import io.eventwright.generator.load.schema.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema of {@code system.yaml} has the keys that are read, and no others. */
class SystemSchemaTest {

  private static final Path SCHEMA = Path.of("src/main/resources/eventwright/system.schema.json");

  static final List<Section> SECTIONS = Section.ALL;

  @ParameterizedTest
  @FieldSource("SECTIONS")
  void hasTheKeysThatAreRead(Section section) throws IOException {
    ObjectNode definition = definition(section);
    assertEquals(
        new TreeSet<>(section.keys()),
        new TreeSet<>(object(definition.get("properties")).names()),
        section.title());
    assertEquals(
        new TreeSet<>(section.required()), strings(definition.get("required")), section.title());
    assertEquals(
        "a boolean", String.valueOf(object(definition).get("additionalProperties").kind()));
  }

  @Test
  void isASchemaThatOurOwnLoaderTakes() throws IOException {
    assertEquals(
        List.of(),
        SchemaLoader.load(
                List.of(SchemaSource.ofFile("system.schema.json", Files.readAllBytes(SCHEMA))),
                LoaderOptions.forEvents())
            .diagnostics());
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickstart", "arcade"})
  void liesBesideEachSampleForEditors(String sample) throws IOException {
    Path copy =
        Path.of("../sample-schemas/src/main/resources/samples", sample, "system.schema.json");
    assertEquals(Files.readString(SCHEMA), Files.readString(copy));
  }

  private static ObjectNode definition(Section section) throws IOException {
    ObjectNode root =
        object(Documents.read("system.schema.json", Files.readAllBytes(SCHEMA)).value());
    return section.definition().isEmpty()
        ? root
        : object(object(root.get("$defs")).get(section.definition()));
  }

  private static ObjectNode object(@Nullable Object node) {
    assertNotNull(node);
    return (ObjectNode) node;
  }

  private static Set<String> strings(@Nullable Object node) {
    Set<String> strings = new TreeSet<>();
    if (node instanceof ArrayNode array) {
      array.items().forEach(item -> strings.add(((StringNode) item).value()));
    }
    return strings;
  }
}
