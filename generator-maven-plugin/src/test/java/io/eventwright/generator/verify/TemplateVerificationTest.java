package io.eventwright.generator.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.pipeline.GenerationPipeline;
import io.eventwright.generator.pipeline.GenerationRequest;
import io.eventwright.generator.pipeline.Samples;
import io.eventwright.generator.pipeline.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated holds every rule; what a user's own template breaks is refused. */
class TemplateVerificationTest {

  @TempDir Path base;

  /** The names of all samples. */
  static List<String> samples() {
    return Samples.names();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void nothingIsFoundInTheTemplateOf(String sample) throws IOException {
    holds(Samples.request(Samples.project(sample, base)));
  }

  @Test
  void nothingIsFoundInTheTemplateOfEveryChannel() throws IOException {
    holds(Variants.ofEveryChannel(base));
  }

  @Test
  void nothingIsFoundInTheTemplateOfEveryTriggerAndRoute() throws IOException {
    holds(Variants.ofEveryTriggerAndRoute(base));
  }

  @Test
  void nothingIsFoundInTheTemplateOfContainers() throws IOException {
    holds(Variants.ofContainers(base));
  }

  @Test
  void nothingIsFoundInTheTemplateOfHeartbeats() throws IOException {
    holds(Variants.ofHeartbeats(base));
  }

  @Test
  void nothingIsFoundInTheTemplateOfARestApi() throws IOException {
    holds(Variants.ofRestApi(base));
  }

  @ParameterizedTest
  @ValueSource(strings = {"customer-key", "existing-key"})
  void nothingIsFoundInTheTemplateWith(String encryption) throws IOException {
    holds(Variants.ofEverythingEncrypted(base, encryption));
  }

  @ParameterizedTest
  @ValueSource(strings = {"customer-key", "existing-key"})
  void nothingIsFoundInTheTemplateOfEveryChannelWith(String encryption) throws IOException {
    holds(Variants.encrypted(Variants.ofEveryChannel(base), base, encryption));
  }

  @Test
  void aTemplateOfTheUsersIsHeldToTheSameAndNothingIsWritten() throws IOException {
    GenerationRequest request = Samples.request(Samples.project("quickstart", base));
    override(
        "sam/queue.yaml.vm",
        "VisibilityTimeout: $visibilityTimeoutSeconds",
        "VisibilityTimeout: 7");
    List<String> errors = errors(request);
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(
        errors
            .get(0)
            .matches(
                "target/sam/template.yaml:\\d+:26: error \\[visibility-too-short] ReserveStockQueue hides a message for 7 s.*"),
        errors.get(0));
    assertTrue(Files.notExists(base.resolve("target/sam")));
  }

  @Test
  void aReasonBesideTheResourceLetsItBe() throws IOException {
    GenerationRequest request = Samples.request(Samples.project("quickstart", base));
    override(
        "sam/queue.yaml.vm",
        "VisibilityTimeout: $visibilityTimeoutSeconds",
        "VisibilityTimeout: 7\n    Metadata:\n      Eventwright:\n        accepts:\n          visibility-too-short: It is idempotent.\n    Properties:");
    // The metadata stand before the properties.
    Path own = base.resolve("src/main/events/templates/sam/queue.yaml.vm");
    Files.writeString(
        own,
        Files.readString(own)
            .replace("    Properties:\n      VisibilityTimeout: 7\n    Metadata:", "    Metadata:")
            .replace(
                "It is idempotent.\n    Properties:",
                "It is idempotent.\n    Properties:\n      VisibilityTimeout: 7"));
    assertEquals(List.of(), errors(request));
  }

  @Test
  void rolesOfAUsersTemplateNameTheRowsThatAreTheirs() throws IOException {
    GenerationRequest request = Samples.request(Samples.project("quickstart", base));
    override("macros.vm", "dynamodb:LeadingKeys:", "aws:PrincipalTag/team:");
    List<String> errors = errors(request);
    // The relay reads the log as well; everything else has one user in so small a system.
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(
        errors
            .get(0)
            .matches(
                "target/sam/template.yaml:\\d+:17: error \\[rows-of-others] \\w+Role may do .*which others"
                    + " use too\\. Name its own by dynamodb:LeadingKeys\\."),
        errors.get(0));
  }

  @Test
  void row3AMemoryShorterThanSourceAndDeadLettersIsRefused() throws IOException {
    GenerationRequest request = Samples.request(Samples.project("quickstart", base));
    Path system = base.resolve("src/main/events/system.yaml");
    String text = Files.readString(system);
    Files.writeString(system, text + "\nremember: 17d\n");
    List<String> errors = errors(request);
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(
        errors
            .get(0)
            .contains("error [short-memory] ReserveStockFunction remembers an event for 17 days"),
        errors.get(0));
    assertTrue(
        errors.get(0).endsWith("Write remember: 18d or more in system.yaml."), errors.get(0));
    Files.writeString(system, text + "\nremember: 18d\n");
    assertEquals(List.of(), errors(request));
    assertTrue(
        Files.readString(base.resolve("target/sam/template.yaml"))
            .contains("EVENTWRIGHT_INBOX_DAYS: \"18\""));
  }

  private void override(String template, String old, String with) throws IOException {
    String text =
        Files.readString(
            Path.of("../templates/src/main/resources/eventwright/templates").resolve(template));
    assertTrue(text.contains(old), template);
    Path own = base.resolve("src/main/events/templates").resolve(template);
    Files.createDirectories(own.getParent());
    Files.writeString(own, text.replace(old, with));
  }

  private void holds(GenerationRequest request) throws IOException {
    assertEquals("", String.join("\n", errors(request)));
  }

  private List<String> errors(GenerationRequest request) throws IOException {
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    return GenerationPipeline.generate(request).diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::toString)
        .toList();
  }
}
