package io.eventwright.generator.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.pipeline.EventInference;
import io.eventwright.generator.pipeline.GenerationResult;
import io.eventwright.generator.testing.GoldenFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code infer} is a case: its {@code samples}, and in {@code golden/infer} the
 * schemas and the report that they give.
 */
class InferenceCasesTest {

  private static final Path CASES = Path.of("src/test/resources/infer");

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void samplesGiveTheseSchemasAndThisReport(String name, @TempDir Path output) throws IOException {
    GenerationResult result = infer(CASES.resolve(name).resolve("samples"), output, false);

    List<GeneratedFile> made = new ArrayList<>(files(output));
    made.add(GeneratedFile.ofText("report.txt", report(result)));
    GoldenFolder.named("infer/" + name).assertHolds(made);

    if (!result.isRefused()) {
      assertEquals(
          List.of(),
          infer(CASES.resolve(name).resolve("samples"), output, false).summary().stream()
              .filter(line -> line.contains("written"))
              .toList(),
          "a second run writes nothing");
    }
  }

  private static GenerationResult infer(Path samples, Path output, boolean overwrite)
      throws IOException {
    return new EventInference(samples, output, null, InferenceOptions.DEFAULT, overwrite).run();
  }

  private static String report(GenerationResult result) {
    return Stream.concat(
                result.diagnostics().stream().map(Diagnostic::toString), result.summary().stream())
            .collect(Collectors.joining("\n"))
        + "\n";
  }

  private static List<GeneratedFile> files(Path output) throws IOException {
    List<GeneratedFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(output)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        files.add(
            GeneratedFile.ofBytes(
                output.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path)));
      }
    }
    return files;
  }
}
