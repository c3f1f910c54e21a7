package io.eventwright.generator.emit.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.pipeline.GenerationPipeline;
import io.eventwright.generator.pipeline.GenerationRequest;
import io.eventwright.generator.pipeline.GenerationResult;
import io.eventwright.generator.pipeline.Samples;
import io.eventwright.generator.pipeline.Variants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** cfn-lint finds nothing, on the template and on what the SAM translator makes of it. */
class TemplateLintTest {

  private static final Path SCRIPT = Path.of("../.ci/lint-template");
  private static final int NOT_INSTALLED = 3;

  @TempDir Path base;

  /** The names of all samples. */
  static List<String> samples() {
    return Samples.names();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void cfnLintFindsNothingInTheTemplateOf(String sample) throws IOException, InterruptedException {
    lint(Samples.request(Samples.project(sample, base)));
  }

  @Test
  void cfnLintFindsNothingInTheTemplateOfEveryChannel() throws IOException, InterruptedException {
    lint(Variants.ofEveryChannel(base));
  }

  @Test
  void cfnLintFindsNothingInTheTemplateOfEveryTriggerAndRoute()
      throws IOException, InterruptedException {
    lint(Variants.ofEveryTriggerAndRoute(base));
  }

  @Test
  void cfnLintFindsNothingInTheTemplateWithACustomersKey()
      throws IOException, InterruptedException {
    lint(Variants.ofEverythingEncrypted(base, "customer-key"));
  }

  @Test
  void cfnLintFindsNothingInTheTemplateOfContainers() throws IOException, InterruptedException {
    lint(Variants.ofContainers(base));
  }

  private void lint(GenerationRequest request) throws IOException, InterruptedException {
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    GenerationResult result = GenerationPipeline.generate(request);
    assertTrue(
        result.diagnostics().stream().noneMatch(each -> each.isError()),
        () -> result.diagnostics().toString());
    Process lint = start(base.resolve("target/sam/template.yaml"));
    String report = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = lint.waitFor();
    if (code == NOT_INSTALLED) {
      skip(report);
    }
    assertEquals(0, code, report);
  }

  private static Process start(Path template) throws IOException {
    try {
      return new ProcessBuilder("python3", SCRIPT.toString(), template.toString())
          .redirectErrorStream(true)
          .start();
    } catch (IOException noPython) {
      skip(noPython.getMessage());
      throw noPython;
    }
  }

  /** Says aloud that nothing was linted; where the linters are required, that is a failure. */
  private static void skip(String reason) {
    assertFalse(Boolean.parseBoolean(System.getenv("EVENTWRIGHT_REQUIRE_LINT")), reason);
    System.out.println("SKIPPED: the SAM template was not linted: " + reason.strip());
    Assumptions.abort("skipped: " + reason.strip());
  }
}
