package io.eventwright.generator.emit.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.load.document.Documents;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.pipeline.GenerationPipeline;
import io.eventwright.generator.pipeline.GenerationRequest;
import io.eventwright.generator.pipeline.Samples;
import io.eventwright.generator.pipeline.Variants;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Values;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One word in {@code system.yaml}, and everything is encrypted with a key of the customer's. */
class CustomerKeyTest {

  @TempDir Path base;

  @Test
  void aKeyThatIsKeptElsewhereIsToldTheStatementsThatTheOwnOneHas() throws IOException {
    generate(Variants.ofEverythingEncrypted(base, "customer-key"));
    List<Node> own =
        Values.many(template().resources().get("EncryptionKey").at("KeyPolicy", "Statement"));
    Node told =
        Documents.read("key-policy.json", file("key-policy.json").getBytes(StandardCharsets.UTF_8))
            .value();
    List<Node> statements = Values.many(Values.at(told, "Statement"));
    // The first one is the account's own, which every key has.
    assertEquals(sids(own.subList(1, own.size())), sids(statements));
    assertEquals(
        List.of(
            "FindTheKey",
            "KeepEventsAndRules",
            "SendFromRules",
            "SendFromTopics",
            "KeepLogs",
            "DeliverLogsOfSagas"),
        sids(statements));
  }

  @Test
  void aKeyThatIsKeptElsewhereIsAParameterWithoutADefault() throws IOException {
    generate(Variants.ofEverythingEncrypted(base, "existing-key"));
    assertFalse(template().resources().containsKey("EncryptionKey"));
    Node parameter = Values.at(template().root(), "Parameters", "EncryptionKeyArn");
    assertTrue(parameter instanceof ObjectNode object && object.get("Default") == null);
    assertFalse(file("template.yaml").contains("GetAtt EncryptionKey"));
  }

  @Test
  void withoutTheWordThereIsNoKeyAndNoPolicy() throws IOException {
    generate(Samples.request(Samples.project("arcade", base)));
    assertFalse(file("template.yaml").contains("kms:"));
    assertTrue(Files.notExists(base.resolve("target/sam/key-policy.json")));
  }

  @Test
  void whatWasReleasedIsNotMadeAnewWhenTheSwitchIsTurnedOn() throws IOException {
    GenerationRequest request = Samples.request(Samples.project("arcade", base));
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    assertEquals(List.of(), errors(GenerationPipeline.release(request).diagnostics()));
    generate(Variants.encrypted(request, base, "customer-key"));
    assertEquals(List.of(), errors(GenerationPipeline.release(request).diagnostics()));
  }

  @Test
  void theKeyOfWhatIsKeptDoesNotLeaveTheTemplateUnsaid() throws IOException {
    GenerationRequest request = Samples.request(Samples.project("quickstart", base));
    Path system = base.resolve("src/main/events/system.yaml");
    String plain = Files.readString(system);
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    Variants.encrypted(request, base, "customer-key");
    assertEquals(List.of(), errors(GenerationPipeline.release(request).diagnostics()));
    Files.writeString(system, plain);
    List<String> errors = errors(GenerationPipeline.generate(request).diagnostics());
    assertEquals(2, errors.size(), errors::toString);
    assertTrue(errors.get(0).contains("[removed-resource] EncryptionKey "), errors::toString);
    assertTrue(errors.get(1).contains("[removed-resource] BusDeadLetterQueue "), errors::toString);
  }

  private void generate(GenerationRequest request) throws IOException {
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    assertEquals(List.of(), errors(GenerationPipeline.generate(request).diagnostics()));
  }

  private static List<String> errors(List<Diagnostic> diagnostics) {
    return diagnostics.stream().filter(Diagnostic::isError).map(Diagnostic::toString).toList();
  }

  private static List<String> sids(List<Node> statements) {
    return statements.stream()
        .map(each -> Objects.requireNonNull(Values.text(Values.at(each, "Sid"))))
        .toList();
  }

  private SamTemplate template() throws IOException {
    Node root = Documents.readTemplate("template.yaml", file("template.yaml")).value();
    return SamTemplate.of((ObjectNode) root, Map.of());
  }

  private String file(String name) throws IOException {
    return Files.readString(base.resolve("target/sam").resolve(name));
  }
}
