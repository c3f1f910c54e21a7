package io.eventwright.generator.emit.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.pipeline.GenerationPipeline;
import io.eventwright.generator.pipeline.GenerationRequest;
import io.eventwright.generator.pipeline.GenerationResult;
import io.eventwright.generator.pipeline.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What AWS would refuse on deploying is refused on generating. */
class LimitsTest {

  @TempDir Path base;

  @Test
  void aPatternLongerThanEventBridgeTakesIsRefused() throws IOException {
    String buyers =
        IntStream.range(0, 130).mapToObj(i -> "p-0000000000" + i).collect(Collectors.joining(", "));
    assertRefused(
        "where: { data.currency: [EUR, USD] }",
        "where: { data.playerId: [" + buyers + "] }",
        "src/main/events/system.yaml:15:3: error [pattern-too-long]");
  }

  @Test
  void moreWorkersThanAStackTakesAreRefused() throws IOException {
    String workers =
        IntStream.range(0, 50)
            .mapToObj(i -> "  observer-" + i + ": { on: wallet-credited@1 }\n")
            .collect(Collectors.joining());
    assertRefused(
        "\nsagas:",
        "\n" + workers + "\nsagas:",
        // 127 for arcade, and for each worker: rule, two queues, three alarms, policy, role, log
        // group, function, mapping.
        "src/main/events/system.yaml:1:1: error [too-many-resources] The template has 677");
  }

  private void assertRefused(String old, String with, String message) throws IOException {
    GenerationRequest request = Samples.request(Samples.project("arcade", base));
    Path system = base.resolve("src/main/events/system.yaml");
    Files.writeString(system, Files.readString(system).replace(old, with));
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    GenerationResult result = GenerationPipeline.generate(request);
    List<String> errors =
        result.diagnostics().stream()
            .filter(each -> each.isError())
            .map(each -> each.toString())
            .toList();
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(errors.get(0).startsWith(message), errors.get(0));
  }
}
