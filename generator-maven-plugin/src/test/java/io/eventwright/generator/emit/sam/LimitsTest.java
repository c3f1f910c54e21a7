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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        "error [pattern-too-long] What credit-wallet listens to");
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
        // For each worker: rule, two queues, three alarms, policy, role, log group, function,
        // mapping.
        "error [too-many-resources] The template has " + (resources() + 50 * 11) + " resources");
  }

  /** How many arcade itself has, which grows with it. */
  private int resources() throws IOException {
    GenerationRequest request = Samples.request(Samples.project("arcade", base.resolve("plain")));
    GenerationPipeline.stubs(request, base.resolve("plain/src/main/java"));
    Pattern count = Pattern.compile("The template has (\\d+) resources");
    return GenerationPipeline.generate(request).diagnostics().stream()
        .map(each -> count.matcher(each.toString()))
        .filter(Matcher::find)
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElseThrow();
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
    assertTrue(errors.get(0).contains(message), errors.get(0));
  }
}
