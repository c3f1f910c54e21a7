package io.eventwright.generator.emit.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.eventwright.generator.pipeline.GenerationPipeline;
import io.eventwright.generator.pipeline.GenerationRequest;
import io.eventwright.generator.pipeline.Samples;
import io.eventwright.generator.pipeline.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Row 35: a worker with dependencies has where to put what it gives up, whatever queue feeds it.
 */
class GivenUpTest {
  private static final String VARIABLE =
      "EVENTWRIGHT_DEAD_LETTER_URL: !Ref SettlePurchaseDeadLetterQueue\n";
  private static final String STATEMENT = "- Sid: GiveUp\n";
  private static final String RESOURCE = "Resource: !GetAtt SettlePurchaseDeadLetterQueue.Arn\n";

  @TempDir Path base;

  @Test
  @DisplayName("row 35: behind a queue")
  void queue() throws IOException {
    gives(Samples.request(Samples.project("arcade", base)), "");
  }

  @Test
  @DisplayName("row 35: behind a topic's queue, once, also when a fifo queue is drained beside it")
  void fanOut() throws IOException {
    gives(Variants.ofEveryChannel(base), "");
  }

  @Test
  @DisplayName("row 35: behind a queue of groups")
  void fifo() throws IOException {
    gives(Samples.request(Samples.project("arcade", base)), "fifo by playerId");
  }

  private void gives(GenerationRequest request, String via) throws IOException {
    Path system = base.resolve("src/main/events/system.yaml");
    if (!via.isEmpty()) {
      Files.writeString(
          system,
          Files.readString(system)
              .replace("  settle-purchase:\n", "  settle-purchase:\n    via: " + via + "\n"));
    }
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    var diagnostics = GenerationPipeline.generate(request).diagnostics();
    String template = Files.readString(base.resolve("target/sam/template.yaml"));
    assertEquals(1, count(block(template, "SettlePurchaseFunction"), VARIABLE), "" + diagnostics);
    String role = block(template, "SettlePurchaseRole");
    assertEquals(1, count(role, STATEMENT), role);
    assertEquals(1, count(role, RESOURCE), role);
  }

  private static String block(String template, String id) {
    int at = template.indexOf("\n  " + id + ":\n");
    int end = template.indexOf("\n\n", at);
    return template.substring(at, end);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
