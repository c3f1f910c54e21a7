package io.eventwright.generator.emit.java.validator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.load.schema.SchemaLibrary;
import io.eventwright.generator.load.schema.SchemaLoader;
import io.eventwright.generator.load.schema.SchemaSource;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.schema.Dialect;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.testing.InMemoryCompiler;
import io.eventwright.generator.testing.SharedData;
import io.eventwright.runtime.json.AnnotatingValidator;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonBoolean;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.Validator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The suite's tests of the {@code basic} output, which want annotations. */
class OutputSuiteTest {

  private record Case(String name, JsonValue data, String schemaClass, String outputClass) {}

  @Test
  void basicOutputIsTheStandards() throws Exception {
    String given = System.getProperty("suite.dir", "");
    Path folder = given.isEmpty() ? SharedData.folder("json-schema-test-suite") : Path.of(given);
    List<Case> cases = new ArrayList<>();
    List<GeneratedFile> generated = new ArrayList<>();
    for (Dialect dialect : List.of(Dialect.DRAFT_2019_09, Dialect.DRAFT_2020_12)) {
      collect(folder.resolve("output-tests").resolve(dialect.label()), dialect, cases, generated);
    }
    ClassLoader classes = InMemoryCompiler.compile(generated);
    List<String> failures = new ArrayList<>();
    for (Case each : cases) {
      AnnotatingValidator annotating = (AnnotatingValidator) validator(classes, each.schemaClass());
      JsonObject output = annotating.annotate(each.data()).toBasicOutput();
      if (!validator(classes, each.outputClass()).isValid(output)) {
        failures.add(each.name());
      }
      boolean fits = annotating.isValid(each.data());
      assertEquals(
          JsonObject.builder().put("valid", JsonBoolean.of(fits)).build(),
          annotating.validate(each.data()).toFlagOutput());
    }
    System.out.println("suite output: " + (cases.size() - failures.size()) + " of " + cases.size());
    assertEquals(List.of(), failures);
  }

  private static void collect(
      Path folder, Dialect dialect, List<Case> cases, List<GeneratedFile> generated)
      throws Exception {
    SchemaLibrary outputs =
        SchemaLibrary.of(
                List.of(
                    new SchemaSource(
                        "output-schema.json",
                        "test:/output-schema.json",
                        Files.readAllBytes(folder.resolve("output-schema.json")))),
                dialect)
            .value();
    LoaderOptions options =
        LoaderOptions.byTheLetter(dialect).withLibrary(SchemaLibrary.standard().and(outputs));
    try (Stream<Path> files = Files.list(folder.resolve("content"))) {
      for (Path file : files.sorted().toList()) {
        for (JsonValue group : (JsonArray) Json.parse(Files.readAllBytes(file))) {
          JsonValue schema = ((JsonObject) group).get("schema");
          for (JsonValue each : (JsonArray) ((JsonObject) group).get("tests")) {
            JsonObject test = (JsonObject) each;
            JsonObject output = (JsonObject) test.get("output");
            String number = Integer.toString(cases.size());
            generated.add(generate(schema, "Schema" + number, options));
            generated.add(generate(output.get("basic"), "Output" + number, options));
            cases.add(
                new Case(
                    file.getFileName().toString(),
                    test.get("data"),
                    "Schema" + number,
                    "Output" + number));
          }
        }
      }
    }
  }

  private static GeneratedFile generate(
      @Nullable JsonValue schema, String className, LoaderOptions options) {
    byte[] bytes = String.valueOf(schema).getBytes(StandardCharsets.UTF_8);
    SchemaSet set =
        SchemaLoader.load(
                List.of(new SchemaSource("schema.json", "test:/schema.json", bytes)), options)
            .value();
    return new ValidatorEmitter(set)
        .annotating()
        .emit(List.of(new ValidatorTarget(set.roots().get("schema.json"), "output", className)))
        .get(0);
  }

  private static Validator validator(ClassLoader classes, String name)
      throws ReflectiveOperationException {
    return (Validator) classes.loadClass("output." + name).getField("INSTANCE").get(null);
  }
}
