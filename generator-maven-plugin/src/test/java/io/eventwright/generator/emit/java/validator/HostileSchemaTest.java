package io.eventwright.generator.emit.java.validator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.load.schema.SchemaLoader;
import io.eventwright.generator.load.schema.SchemaSource;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.testing.InMemoryCompiler;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.Validator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every file of {@code attacks} is refused with a diagnostic, or becomes a validator that compiles
 * without a warning, runs, and has done nothing of what the schema says.
 */
class HostileSchemaTest {

  private static final String SENTINEL = "eventwright.attack";

  private static final List<JsonValue> VALUES =
      List.of(
          Json.constant("{\"a\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"}"),
          Json.constant(
              "{\"b\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\",\"c\":\"xxxxxxxxxxxxxxxxxx\"}"),
          Json.constant("{\"d\":{\"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\":1}}"),
          Json.constant("[[[[1]]]]"),
          Json.constant("null"));

  @Test
  void noSchemaGetsOutOfItsQuotes() throws Exception {
    Path folder = Path.of(HostileSchemaTest.class.getResource("/attacks").toURI());
    Map<String, GeneratedFile> generated = new TreeMap<>();
    List<String> refused = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        Checked<SchemaSet> loaded =
            SchemaLoader.load(
                List.of(SchemaSource.ofFile("attacks/*/ \n\"" + name, Files.readAllBytes(file))),
                LoaderOptions.forEvents());
        if (loaded.hasErrors()) {
          refused.add(name);
          loaded.diagnostics().forEach(HostileSchemaTest::hasItsPlace);
          continue;
        }
        String className = "Attack" + generated.size();
        generated.put(
            className,
            new ValidatorEmitter(loaded.value())
                .emit(
                    List.of(
                        new ValidatorTarget(
                            loaded.value().roots().values().iterator().next(),
                            "attacks",
                            className)))
                .get(0));
      }
    }
    ClassLoader classes = InMemoryCompiler.compile(generated.values());
    for (Map.Entry<String, GeneratedFile> each : generated.entrySet()) {
      assertEquals("attacks/" + each.getKey() + ".java", each.getValue().path());
      Validator validator =
          (Validator) classes.loadClass("attacks." + each.getKey()).getField("INSTANCE").get(null);
      VALUES.forEach(
          value -> assertEquals(validator.isValid(value), validator.validate(value).isValid()));
      validator.validate(new JsonString("x"));
    }
    assertNull(System.getProperty(SENTINEL));
    System.out.println(
        "attacks: "
            + (generated.size() + refused.size())
            + ", refused "
            + refused.size()
            + ", held all");
    assertTrue(refused.contains("alias-bomb.yaml"), refused::toString);
    assertTrue(
        refused.containsAll(
            List.of(
                "deeper-than-allowed.json",
                "fetch.json",
                "file.json",
                "leave-the-folder.json",
                "reference-loop.json",
                "self-alias.yaml",
                "tag.yaml")),
        refused::toString);
  }

  private static void hasItsPlace(Diagnostic diagnostic) {
    assertTrue(
        diagnostic.location().line() > 0 && !diagnostic.message().isEmpty(), diagnostic::toString);
  }
}
