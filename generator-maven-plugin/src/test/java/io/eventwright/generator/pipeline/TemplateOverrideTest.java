package io.eventwright.generator.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any template can be the user's own, by its path. */
class TemplateOverrideTest {

  @TempDir Path base;

  @Test
  void aTemplateOfTheUsersTakesThePlaceOfTheBuiltInOne() throws IOException {
    assertEquals(
        List.of(), errors("sam/samconfig.toml.vm", "stack_name = \"my-$stack.system()\"\n"));
    assertEquals(
        "stack_name = \"my-arcade\"\n",
        Files.readString(base.resolve("target/sam/samconfig.toml")));
    assertTrue(Files.readString(base.resolve("target/sam/template.yaml")).contains("LogTable:"));
  }

  @Test
  void aMistakeInItIsAnErrorAtItsLineAndNothingIsWritten() throws IOException {
    List<String> errors = errors("sam/bus.yaml.vm", "  Bus:\n    Name: $stack.sytem()\n");
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(
        errors
            .get(0)
            .startsWith("src/main/events/templates/sam/bus.yaml.vm:2:18: error [template-error]"),
        errors.get(0));
    assertFalse(Files.exists(base.resolve("target")));
  }

  @Test
  void aStateMachineThatIsNotJsonIsAnError() throws IOException {
    List<String> errors = errors("saga/state-machine.asl.json.vm", "{ \"Comment\": }");
    assertTrue(errors.get(0).contains("is not JSON"), errors.get(0));
  }

  @Test
  void oneThatTakesThePlaceOfNoneIsAnError() throws IOException {
    List<String> errors = errors("sam/busses.yaml.vm", "");
    assertTrue(errors.get(0).contains("[unknown-template]"), errors.get(0));
  }

  private List<String> errors(String template, String text) throws IOException {
    GenerationRequest request = Samples.request(Samples.project("arcade", base));
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    Path file = base.resolve("src/main/events/templates").resolve(template);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return GenerationPipeline.generate(request).diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::toString)
        .toList();
  }
}
