package io.eventwright.generator.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.testing.InMemoryCompiler;
import io.eventwright.generator.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole folders of schemas that others have published, through {@code compile-schemas} and javac.
 * {@code -Dschemas.dir} names a folder of your own, {@code -Dschemas.foreignKeywords} what {@code
 * events.foreignKeywords} would.
 */
class PublishedSchemasTest {

  @TempDir Path base;

  @ParameterizedTest
  @CsvSource({"v0.4.1, 53", "v0.5.1, 53"})
  void everySchemaOfCdEventsCompiles(String release, int schemas) throws IOException {
    Path folder = SharedData.folder("cdevents/" + release).resolve("schemas");
    assertEquals(schemas, schemas(folder).size());
    GenerationResult result = compile(folder, Set.of());
    assertFalse(result.isRefused(), () -> result.diagnostics().toString());
    assertTrue(result.summary().contains("Schemas: " + schemas + " classes from schemas"));
    InMemoryCompiler.compile(java(base.resolve("java")));
  }

  /** A file that is wrong by itself is named with what is wrong, and the others are compiled. */
  @Test
  void everySchemaOfAFolderOfYourOwnCompilesOrIsRefused() throws IOException {
    String given = System.getProperty("schemas.dir", "");
    Assumptions.assumeFalse(given.isEmpty(), "-Dschemas.dir names no folder");
    Set<String> foreign = Set.of(System.getProperty("schemas.foreignKeywords", "").split(","));
    Path folder = Path.of(given);
    Set<String> refused = new TreeSet<>();
    Map<String, Set<String>> rules = new TreeMap<>();
    GenerationResult result = compile(folder, foreign);
    for (Diagnostic each : result.diagnostics()) {
      if (each.isError()) {
        refused.add(each.location().file());
        rules.computeIfAbsent(each.ruleId(), any -> new TreeSet<>()).add(each.location().file());
      }
    }
    if (result.isRefused()) {
      Path sound = base.resolve("sound");
      for (Path file : schemas(folder)) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!refused.contains(name)) {
          Path target = sound.resolve(name);
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
      GenerationResult second = compile(sound, foreign);
      assertFalse(second.isRefused(), () -> second.diagnostics().toString());
    }
    List<GeneratedFile> files = java(base.resolve("java"));
    InMemoryCompiler.compile(files);
    System.out.printf(
        "schemas %d, refused %d %s, Java files %d, all compiled%n",
        schemas(folder).size(),
        refused.size(),
        rules.entrySet().stream()
            .map(each -> each.getKey() + " in " + each.getValue().size())
            .toList(),
        files.size());
  }

  private GenerationResult compile(Path folder, Set<String> foreign) throws IOException {
    return new SchemaCompilation(folder, base.resolve("java"), "com.example", false, false, foreign)
        .run();
  }

  private static List<Path> schemas(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(json|ya?ml)"))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static List<GeneratedFile> java(Path folder) throws IOException {
    List<GeneratedFile> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
        files.add(
            GeneratedFile.ofBytes(
                folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file)));
      }
    }
    return files;
  }
}
