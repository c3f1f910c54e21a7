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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** cfn-lint finds nothing, on the template and on what the SAM translator makes of it. */
class TemplateLintTest {

  private static final Path SCRIPT = Path.of("../.ci/lint-template");
  private static final int NOT_INSTALLED = 3;

  /** A project whose template is linted. */
  private interface Variant {
    GenerationRequest in(Path base) throws IOException;
  }

  private static final Map<String, Variant> VARIANTS = new LinkedHashMap<>();

  static {
    for (String sample : Samples.names()) {
      VARIANTS.put(sample, base -> Samples.request(Samples.project(sample, base)));
    }
    VARIANTS.put("every channel", Variants::ofEveryChannel);
    VARIANTS.put("every trigger and route", Variants::ofEveryTriggerAndRoute);
    VARIANTS.put("a customer's key", base -> Variants.ofEverythingEncrypted(base, "customer-key"));
    VARIANTS.put("containers", Variants::ofContainers);
  }

  private static final Map<String, Path> TEMPLATES = new LinkedHashMap<>();
  private static int code;
  private static String report = "";

  /** All at once: the linter takes longer to start and read its rules than to lint. */
  @BeforeAll
  static void lint(@TempDir Path folder) throws IOException, InterruptedException {
    for (Map.Entry<String, Variant> variant : VARIANTS.entrySet()) {
      Path base = folder.resolve(variant.getKey().replaceAll("\\W", "-"));
      GenerationRequest request = variant.getValue().in(Files.createDirectories(base));
      GenerationPipeline.stubs(request, base.resolve("src/main/java"));
      GenerationResult result = GenerationPipeline.generate(request);
      assertTrue(
          result.diagnostics().stream().noneMatch(each -> each.isError()),
          () -> result.diagnostics().toString());
      TEMPLATES.put(variant.getKey(), base.resolve("target/sam/template.yaml"));
    }
    Process lint = start(TEMPLATES.values());
    report = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    code = lint.waitFor();
    if (code == NOT_INSTALLED) {
      skip(report);
    }
  }

  static Set<String> variants() {
    return VARIANTS.keySet();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void cfnLintFindsNothingInTheTemplateOf(String variant) {
    for (String linted : List.of("as it is", "expanded")) {
      String clean = TEMPLATES.get(variant) + " " + linted + ": cfn-lint finds nothing";
      assertTrue(report.lines().anyMatch(clean::equals), report);
    }
  }

  @Test
  void cfnLintFindsNothingAtAll() {
    assertEquals(0, code, report);
  }

  private static Process start(Collection<Path> templates) throws IOException {
    List<String> command = new ArrayList<>(List.of("python3", SCRIPT.toString()));
    templates.forEach(template -> command.add(template.toString()));
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
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
