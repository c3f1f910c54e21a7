package io.eventwright.generator.emit.java.validator;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.load.schema.SchemaLibrary;
import io.eventwright.generator.load.schema.SchemaLoader;
import io.eventwright.generator.load.schema.SchemaSource;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.schema.Dialect;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.testing.InMemoryCompiler;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonBoolean;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The official test suite of one dialect, run through generated and compiled validators. */
final class Suite {

  /** What is asked of a validator. */
  enum Level {
    REQUIRED,
    OPTIONAL,
    FORMAT
  }

  /** A schema with its tests. */
  private record Group(
      String name, JsonObject source, @Nullable String className, @Nullable String problem) {}

  /** How a level went. */
  record Result(int passed, int total, List<String> failures) {}

  private static final String PACKAGE = "suite";

  private final Path folder;
  private final Dialect dialect;
  private final SchemaLibrary library;

  Suite(Path folder, Dialect dialect) throws IOException {
    this.folder = folder;
    this.dialect = dialect;
    this.library = SchemaLibrary.standard().and(remotes(folder, dialect));
  }

  /** Documents at the addresses where the suite expects them. */
  static SchemaLibrary remotes(Path folder, Dialect dialect) throws IOException {
    Path remotes = folder.resolve("remotes");
    SchemaLibrary all = SchemaLibrary.empty();
    for (Dialect each : Dialect.values()) {
      all = all.and(library(remotes, remotes.resolve(each.label()), each));
    }
    return all.and(library(remotes, remotes, dialect));
  }

  private static SchemaLibrary library(Path remotes, Path folder, Dialect dialect)
      throws IOException {
    List<SchemaSource> sources = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      for (Path file : jsonFiles(folder)) {
        String name = remotes.relativize(file).toString().replace('\\', '/');
        if (!folder.equals(remotes) || !name.startsWith("draft")) {
          sources.add(
              new SchemaSource(name, "http://localhost:1234/" + name, Files.readAllBytes(file)));
        }
      }
    }
    return SchemaLibrary.of(sources, dialect).value();
  }

  private static List<Path> jsonFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private List<Path> files(Level level) throws IOException {
    Path tests = folder.resolve("tests").resolve(dialect.label());
    Path optional = tests.resolve("optional");
    Path format = optional.resolve("format");
    return switch (level) {
      case REQUIRED ->
          jsonFiles(tests).stream().filter(file -> !file.startsWith(optional)).toList();
      case OPTIONAL ->
          jsonFiles(optional).stream().filter(file -> !file.startsWith(format)).toList();
      case FORMAT -> jsonFiles(format);
    };
  }

  Result run(Level level) throws Exception {
    List<Group> groups = new ArrayList<>();
    List<GeneratedFile> generated = new ArrayList<>();
    for (Path file : files(level)) {
      JsonArray all = (JsonArray) Json.parse(Files.readAllBytes(file));
      for (JsonValue each : all) {
        String name = folder.relativize(file) + " " + groups.size();
        groups.add(prepare(name, (JsonObject) each, groups.size(), level, generated));
      }
    }
    ClassLoader classes = InMemoryCompiler.compile(generated);
    List<String> failures = new ArrayList<>();
    int total = 0;
    for (Group group : groups) {
      for (JsonValue each : (JsonArray) group.source().get("tests")) {
        JsonObject test = (JsonObject) each;
        total++;
        String problem = problem(group, test, classes);
        if (problem != null) {
          failures.add(
              group.name()
                  + ": "
                  + text(group.source(), "description")
                  + ": "
                  + text(test, "description")
                  + ": "
                  + problem);
        }
      }
    }
    return new Result(total - failures.size(), total, failures);
  }

  private Group prepare(
      String name, JsonObject source, int number, Level level, List<GeneratedFile> generated) {
    LoaderOptions options =
        LoaderOptions.byTheLetter(dialect)
            .withLibrary(library)
            .withAssertFormats(level == Level.FORMAT);
    byte[] schema = source.get("schema").toString().getBytes(StandardCharsets.UTF_8);
    Checked<SchemaSet> loaded =
        SchemaLoader.load(
            List.of(new SchemaSource("schema.json", "test:/schema.json", schema)), options);
    if (loaded.hasErrors()) {
      return new Group(name, source, null, loaded.diagnostics().toString());
    }
    String className = level + "Validator" + number;
    SchemaSet set = loaded.value();
    generated.addAll(
        new ValidatorEmitter(set)
            .emit(
                List.of(new ValidatorTarget(set.roots().get("schema.json"), PACKAGE, className))));
    return new Group(name, source, className, null);
  }

  private static @Nullable String problem(Group group, JsonObject test, ClassLoader classes)
      throws ReflectiveOperationException {
    if (group.className() == null) {
      return group.problem();
    }
    Validator validator =
        (Validator)
            classes.loadClass(PACKAGE + "." + group.className()).getField("INSTANCE").get(null);
    boolean expected = test.get("valid") == JsonBoolean.TRUE;
    JsonValue data = test.get("data");
    if (data == null) {
      return "no data";
    }
    if (validator.isValid(data) != expected) {
      return "expected " + (expected ? "valid" : "invalid");
    }
    boolean reported = validator.validate(data, 1_000).isValid();
    return reported == expected ? null : "the report and the verdict differ";
  }

  private static String text(JsonObject object, String name) {
    return object.get(name) instanceof JsonString string ? string.value() : "";
  }
}
