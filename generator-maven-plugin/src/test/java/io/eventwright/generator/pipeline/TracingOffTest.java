package io.eventwright.generator.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One word takes tracing out of the template: no segment is made, and none may be sent. */
class TracingOffTest {
  private static final String ACTIVE = "Tracing: Active";
  private static final String RIGHT = "xray:Put";

  @Test
  void oneWordTurnsItOff(@TempDir Path on, @TempDir Path off) throws IOException {
    String traced = template(on, "");
    assertTrue(traced.contains(ACTIVE), "on unless said otherwise");
    assertTrue(traced.contains(RIGHT), "with the right to send");

    String untraced = template(off, "\ntracing: off\n");
    assertFalse(untraced.contains(ACTIVE), untraced);
    assertFalse(untraced.contains(RIGHT), untraced);
    assertEquals(functions(traced), functions(untraced), "and all else is there");
  }

  private static long functions(String template) {
    return template.lines().filter(line -> line.contains("AWS::Serverless::Function")).count();
  }

  private static String template(Path base, String more) throws IOException {
    Path project = Samples.project("quickstart", base);
    GenerationRequest request = Samples.request(project);
    Path system = project.resolve("src/main/events").resolve("system.yaml");
    Files.writeString(system, Files.readString(system) + more);
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    GenerationResult result = GenerationPipeline.generate(request);
    assertTrue(
        result.diagnostics().stream().noneMatch(each -> each.isError()),
        () -> result.diagnostics().toString());
    return Files.readString(project.resolve("target/sam/template.yaml"));
  }
}
