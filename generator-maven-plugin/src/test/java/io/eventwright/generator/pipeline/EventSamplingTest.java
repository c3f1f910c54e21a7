package io.eventwright.generator.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.infer.InferenceOptions;
import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.load.schema.SchemaFolder;
import io.eventwright.generator.load.schema.SchemaLoader;
import io.eventwright.generator.load.schema.SchemaSource;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.sample.EventSamples;
import io.eventwright.generator.sample.InvalidSample;
import io.eventwright.generator.sample.ValidSample;
import io.eventwright.generator.testing.GoldenFolder;
import io.eventwright.generator.testing.SharedData;
import io.eventwright.generator.validate.CompiledSchemas;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.json.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples are what they are said to be, and the same each time. */
class EventSamplingTest {

  private static final Path SAMPLES =
      Path.of("../sample-schemas/src/main/resources/samples").toAbsolutePath().normalize();

  /** One schema a keyword; what breaks it is asked for by name. */
  private static final Path KEYWORDS = Path.of("src/test/resources/sample/keywords");

  private static final Path COMBINED = Path.of("src/test/resources/sample/combined");

  @ParameterizedTest
  @ValueSource(strings = {"quickstart", "arcade"})
  void samplesOfOurSystemsAreAcceptedAndRefused(String system, @TempDir Path output)
      throws IOException {
    Path schemas = SAMPLES.resolve(system).resolve("schemas");
    GenerationResult result = new EventSampling(schemas, output, 1, 3, false).run();
    assertEquals(List.of(), result.diagnostics());
    assertHolds(schemas, output);
  }

  @Test
  void samplesOfAPublishedSpecificationAreAcceptedAndRefused(@TempDir Path output)
      throws IOException {
    Path schemas = SharedData.folder("cdevents").resolve("v0.5.1/schemas");
    GenerationResult result = new EventSampling(schemas, output, 1, 1, false).run();
    assertFalse(result.isRefused(), () -> result.diagnostics().toString());
    assertHolds(schemas, output);
  }

  @Test
  void everyKeywordIsBrokenByName(@TempDir Path output) throws IOException {
    GenerationResult result = new EventSampling(KEYWORDS, output, 1, 3, false).run();
    assertEquals(List.of(), result.diagnostics());
    assertHolds(KEYWORDS, output);
    Map<String, Path> indexes = indexes(output);
    try (Stream<Path> files = Files.list(KEYWORDS)) {
      for (Path file : files.sorted().toList()) {
        String keyword = file.getFileName().toString().replace(".json", "");
        JsonObject index = read(indexes.get(keyword));
        assertTrue(
            items(index, "invalid").stream()
                .anyMatch(each -> text((JsonObject) each, "keyword").equals(keyword)),
            () -> keyword + " is not among " + index.get("invalid"));
      }
    }
  }

  /** Branches, members that ask for others, and a schema of itself. */
  @Test
  void everyBranchIsReached(@TempDir Path output) throws IOException {
    GenerationResult result = new EventSampling(COMBINED, output, 1, 3, false).run();
    assertEquals(List.of(), result.diagnostics());
    assertHolds(COMBINED, output);
    List<String> broken =
        items(read(output.resolve("either/index.json")), "invalid").stream()
            .map(each -> text((JsonObject) each, "file"))
            .toList();
    assertTrue(
        broken.containsAll(List.of("invalid/required-pan.json", "invalid/required-iban.json")),
        broken::toString);
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherOneOthers(@TempDir Path output) throws IOException {
    Path schemas = SAMPLES.resolve("quickstart/schemas");
    new EventSampling(schemas, output.resolve("a"), 7, 3, false).run();
    new EventSampling(schemas, output.resolve("b"), 7, 3, false).run();
    new EventSampling(schemas, output.resolve("c"), 8, 3, false).run();
    assertEquals(bytes(output.resolve("a")), bytes(output.resolve("b")));
    assertFalse(bytes(output.resolve("a")).equals(bytes(output.resolve("c"))));
    assertTrue(
        new EventSampling(schemas, output.resolve("a"), 7, 3, false)
            .run().summary().stream().anyMatch(line -> line.contains("nothing changed")));
  }

  @Test
  void oneSchemaShownWithAllThatIsMadeOfIt(@TempDir Path output) throws IOException {
    Path schema = SAMPLES.resolve("quickstart/schemas/_types/money.json");
    Path source = Files.createDirectories(output.resolve("schemas"));
    Files.copy(schema, source.resolve("money.json"));
    new EventSampling(source, output.resolve("made"), 1, 2, false).run();
    List<GeneratedFile> made = new ArrayList<>();
    bytes(output.resolve("made"))
        .forEach(
            (path, text) -> {
              if (path.startsWith("money")) {
                made.add(GeneratedFile.ofText(path, text));
              }
            });
    GoldenFolder.named("sample").assertHolds(made);
  }

  /** What is made from a schema gives a schema that accepts it all. */
  @Test
  void schemasInferredFromSamplesAcceptThem(@TempDir Path output) throws IOException {
    for (String system : List.of("quickstart", "arcade")) {
      Path made = output.resolve(system);
      new EventSampling(SAMPLES.resolve(system).resolve("schemas"), made, 3, 20, false).run();
      for (Path index : indexes(made).values()) {
        GenerationResult inferred =
            new EventInference(
                    index.resolveSibling("valid"),
                    output.resolve("inferred").resolve(made.relativize(index).toString()),
                    "event",
                    InferenceOptions.DEFAULT,
                    false)
                .run();
        assertEquals(List.of(), inferred.diagnostics());
      }
    }
  }

  @Test
  void aSchemaThatNothingFitsIsSaid(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("never.json"), "{\"type\": \"integer\", \"minimum\": 2, \"maximum\": 1}");
    GenerationResult result = new EventSampling(folder, folder.resolve("out"), 1, 1, false).run();
    assertEquals(
        List.of(
            "never.json:1:1: error [no-sample] No event was found that this schema accepts. Give one"
                + " as examples, or look whether its keywords contradict each other."),
        result.diagnostics().stream().map(Diagnostic::toString).toList());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void schemasOfOneNameDoNotShareAFolder(@TempDir Path folder) throws IOException {
    Path schemas = Files.createDirectories(folder.resolve("schemas"));
    Files.writeString(schemas.resolve("paid.json"), "{\"type\": \"object\"}");
    Files.writeString(schemas.resolve("paid.yaml"), "type: object");
    new EventSampling(schemas, folder.resolve("out"), 1, 0, false).run();
    assertEquals(List.of("paid", "paid-2"), List.copyOf(indexes(folder.resolve("out")).keySet()));
  }

  @Test
  void samplesThatAreNotWhatTheyAreSaidToBeAreNamed() {
    SchemaSet set =
        SchemaLoader.load(
                List.of(SchemaSource.ofText("n.json", "{\"minimum\": 1}")),
                LoaderOptions.forEvents())
            .value();
    Validator validator = CompiledSchemas.of(set, set.roots().values()).values().iterator().next();
    Diagnostics found = new Diagnostics();
    SampleCheck.check(
        SourceLocation.ofFile("n.json"),
        new EventSamples(
            List.of(new ValidSample("full", Json.constant("0"))),
            List.of(
                new InvalidSample(
                    "minimum",
                    "minimum",
                    new Violation("", "", "", "minimum", ""),
                    Json.constant("2"))),
            List.of()),
        validator,
        found);
    assertEquals(
        List.of("sample-not-invalid", "sample-not-valid"),
        found.list().stream().map(Diagnostic::ruleId).toList());
  }

  /** Judges what was written by validators compiled anew. */
  private static void assertHolds(Path schemas, Path output) throws IOException {
    SchemaSet set = SchemaFolder.load(schemas, LoaderOptions.forEvents()).value();
    Map<SchemaKey, Validator> validators = CompiledSchemas.of(set, set.roots().values());
    Map<String, Path> indexes = indexes(output);
    assertFalse(indexes.isEmpty());
    for (Path path : indexes.values()) {
      JsonObject index = read(path);
      Validator validator = validators.get(set.roots().get(text(index, "schema")));
      assertFalse(items(index, "valid").isEmpty());
      assertFalse(items(index, "invalid").isEmpty(), () -> path + " has no invalid sample");
      for (JsonValue each : items(index, "valid")) {
        JsonValue sample = parse(path.resolveSibling(((JsonString) each).value()));
        assertEquals(List.of(), validator.validate(sample).violations(), () -> path + " " + each);
      }
      for (JsonValue each : items(index, "invalid")) {
        JsonObject entry = (JsonObject) each;
        JsonValue sample = parse(path.resolveSibling(text(entry, "file")));
        assertTrue(
            validator.validate(sample, 1_000).violations().stream()
                .anyMatch(
                    violation ->
                        violation.absoluteSchemaLocation().equals(text(entry, "schema"))
                            && violation.instancePointer().equals(text(entry, "instance"))),
            () -> path + " " + entry);
      }
    }
  }

  private static Map<String, Path> indexes(Path output) throws IOException {
    Map<String, Path> indexes = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(output)) {
      paths
          .filter(path -> path.getFileName().toString().equals("index.json"))
          .forEach(path -> indexes.put(output.relativize(path.getParent()).toString(), path));
    }
    return indexes;
  }

  private static Map<String, String> bytes(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString(), Files.readString(path));
      }
    }
    return files;
  }

  private static JsonObject read(Path path) throws IOException {
    return (JsonObject) parse(path);
  }

  private static JsonValue parse(Path path) throws IOException {
    return Json.parse(Files.readAllBytes(path));
  }

  private static List<JsonValue> items(JsonObject object, String name) {
    return object.get(name) instanceof JsonArray array ? array.items() : List.of();
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString string ? string.value() : "";
  }
}
