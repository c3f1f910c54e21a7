package io.eventwright.generator.emit.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.pipeline.GenerationPipeline;
import io.eventwright.generator.pipeline.GenerationRequest;
import io.eventwright.generator.pipeline.GenerationResult;
import io.eventwright.generator.pipeline.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    GenerationRequest request = Samples.request(Samples.project("arcade", base));
    Path system = base.resolve("src/main/events/system.yaml");
    String text = Files.readString(system);
    text = via(text, "credit-wallet", "fifo");
    text = via(text, "stock-item", "{ channel: direct, attempts: 2, age: 1m, draining: queue }");
    text = via(text, "settle-purchase", "{ channel: fan-out, batch: 100, draining: fifo }");
    text = via(text, "purchase-history", "fan-out");
    Files.writeString(system, text);
    lint(request);
  }

  @Test
  void cfnLintFindsNothingInTheTemplateOfEveryTriggerAndRoute()
      throws IOException, InterruptedException {
    GenerationRequest request = Samples.request(Samples.project("arcade", base));
    Path events = base.resolve("src/main/events");
    Path partners = Files.createDirectories(events.resolve("schemas/partner-order"));
    Files.writeString(
        partners.resolve("1.0.json"),
        Files.readString(events.resolve("schemas/item-stocked/1.0.json"))
            .replace("item-stocked", "partner-order"));
    Path system = events.resolve("system.yaml");
    String text = Files.readString(system);
    text =
        text.replace(
            "\nsagas:",
            """

              close-day: { on: { schedule: cron(0 3 * * ? *), zone: Europe/Berlin } }
              take-order: { on: { bus: partner, event: partner-order@1 }, via: direct }
              quote: { changes: inventory by itemId, timeout: 10s }

            buses:
              partner: { address: partner-bus, source: com.partner }

            sagas:""");
    text = text.replace("\nbuckets:\n", "\nbuckets:\n  claims: { days: 30 }\n");
    text =
        text.substring(0, text.indexOf("\napi:"))
            + """

            api:
              kind: http
              POST /items/{itemId}/quotes: calls quote with item-stocked@1
              POST /items: publishes item-stocked@1 by itemId
              GET /wallets/{playerId}: reads wallet
            """;
    Files.writeString(system, text);
    lint(request);
  }

  private static String via(String system, String part, String via) {
    String head = "  " + part + ":\n";
    assertTrue(system.contains(head), part);
    return system.replace(head, head + "    via: " + via + "\n");
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
