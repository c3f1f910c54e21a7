package io.eventwright.generator.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GenerationPipelineTest {

  @TempDir Path base;

  static List<String> samples() {
    return Samples.names();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleNeedsItsClassesAndThenGenerates(String sample) throws IOException {
    GenerationRequest request = Samples.request(Samples.project(sample, base));
    GenerationResult refused = GenerationPipeline.generate(request);
    assertEquals(
        List.of("missing-class"),
        refused.diagnostics().stream()
            .filter(Diagnostic::isError)
            .map(Diagnostic::ruleId)
            .distinct()
            .toList());
    assertFalse(Files.exists(base.resolve("target")), "something was written in spite of errors");

    withStubs(request);
    GenerationResult generated = GenerationPipeline.generate(request);
    assertEquals(
        List.of(),
        generated.diagnostics().stream()
            .filter(each -> each.severity() != Severity.NOTE)
            .filter(each -> each.location().file().contains("/schemas/"))
            .map(Diagnostic::toString)
            .toList(),
        "the schemas of a sample show how it is done");
    assertTrue(Files.exists(base.resolve("target/sam/template.yaml")));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSameInputGivesTheSameBytesAndASecondRunWritesNothing(String sample) throws IOException {
    GenerationRequest request = withStubs(Samples.request(Samples.project(sample, base)));
    GenerationPipeline.generate(request);
    Map<String, String> first = contents(base.resolve("target"));
    GenerationResult second = GenerationPipeline.generate(request);
    assertEquals(
        List.of(
            "Java: nothing changed in target/generated-sources/events",
            "SAM template: nothing changed in target/sam"),
        second.summary().subList(1, 3));
    assertEquals(first, contents(base.resolve("target")));
  }

  @Test
  void checkWritesNothing() throws IOException {
    GenerationRequest request = withStubs(Samples.request(Samples.project("arcade", base)));
    assertFalse(GenerationPipeline.check(request).isRefused());
    assertFalse(Files.exists(base.resolve("target")));
  }

  @Test
  void stubsAreWrittenOnceAndNeverOverwritten() throws IOException {
    GenerationRequest request = withStubs(Samples.request(Samples.project("arcade", base)));
    Path mine = base.resolve("src/main/java/com/example/arcade/CreditWallet.java");
    Files.writeString(mine, "mine");
    Files.delete(base.resolve("src/main/java/com/example/arcade/StockItem.java"));
    assertEquals(
        List.of("Wrote src/main/java/com/example/arcade/StockItem.java; it is yours now"),
        GenerationPipeline.stubs(request, base.resolve("src/main/java")).summary());
    assertEquals("mine", Files.readString(mine));
  }

  private GenerationRequest withStubs(GenerationRequest request) throws IOException {
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    return request;
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
