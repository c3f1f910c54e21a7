package io.eventwright.generator.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.testing.InMemoryCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dependency's secret: who may read it, who is told where it is, and what a worker is given. */
class DependencySecretTest {

  private static final String LEDGER =
      "arn:aws:secretsmanager:eu-central-1:123456789012:secret:shop/ledger-a1B2c3";

  private static final String DEPENDENCIES =
      """
      dependencies:
        bank: { timeout: 1s, secret: shop/bank }
        ledger: { timeout: 1s, reconcile: on, secret: %s }
        post: { timeout: 1s }

      """
          .formatted(LEDGER);

  private static final String WORKERS =
      """
        pay: { on: payment-received@1, uses: [post, bank] }
        book: { on: payment-received@1, uses: [ledger, bank] }
        inform: { on: payment-received@1, uses: post }
      """;

  @TempDir Path base;

  @BeforeEach
  void generate() throws IOException {
    GenerationRequest request = Samples.request(Samples.project("quickstart", base));
    Path system = base.resolve("src/main/events/system.yaml");
    String text = Files.readString(system).stripTrailing();
    Files.writeString(
        system, text.replace("\nworkers:", "\n" + DEPENDENCIES + "workers:") + "\n" + WORKERS);
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    GenerationResult result = GenerationPipeline.generate(request);
    assertFalse(result.isRefused(), () -> result.diagnostics().toString());
  }

  @Test
  void eachFunctionMayReadTheSecretsOfWhatItUsesAndNoOther() throws IOException {
    String template = Files.readString(base.resolve("target/sam/template.yaml"));
    String bank =
        "!Sub \"arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:shop/bank-??????\"";
    assertEquals(List.of("ReadSecretOfBank " + bank), granted(block(template, "PayRole")));
    assertEquals(
        List.of("ReadSecretOfBank " + bank, "ReadSecretOfLedger \"" + LEDGER + "\""),
        granted(block(template, "BookRole")));
    assertEquals(List.of(), granted(block(template, "InformRole")));
    assertEquals(3, count(template, "secretsmanager:GetSecretValue"), "nobody else may");
  }

  @Test
  void theEnvironmentHasTheArnAndNeverTheValue() throws IOException {
    String template = Files.readString(base.resolve("target/sam/template.yaml"));
    String book = block(template, "BookFunction");
    assertTrue(
        book.contains(
            "EVENTWRIGHT_SECRET_BANK: !Sub \"arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:shop/bank\"\n"),
        book);
    assertTrue(book.contains("EVENTWRIGHT_SECRET_LEDGER: \"" + LEDGER + "\"\n"), book);
    assertFalse(block(template, "PayFunction").contains("LEDGER"));
    assertFalse(block(template, "InformFunction").contains("EVENTWRIGHT_SECRET"));
    assertFalse(template.contains("{{resolve:"));
  }

  @Test
  void aWorkerIsGivenItAfterItsDependency() throws Exception {
    List<GeneratedFile> files = new ArrayList<>(java(base.resolve("src/main/java")));
    files.addAll(java(base.resolve("target/generated-sources/events")));
    ClassLoader classes = InMemoryCompiler.compile(files);
    assertEquals(
        List.of("Event", "ReconciledDependency", "Secret", "Dependency", "Secret"),
        parameters(classes, "BookWorker"));
    assertEquals(List.of("Event", "Dependency"), parameters(classes, "InformWorker"));
    String function =
        Files.readString(
            base.resolve(
                "target/generated-sources/events/com/example/quickstart/function/PayFunction.java"));
    assertTrue(function.contains("dependencies.secret(\"bank\")"), function);
  }

  private static List<String> parameters(ClassLoader classes, String worker) throws Exception {
    return Arrays.stream(classes.loadClass("com.example.quickstart.worker." + worker).getMethods())
        .filter(method -> method.getName().equals("decide"))
        .flatMap(method -> Arrays.stream(method.getParameterTypes()))
        .map(Class::getSimpleName)
        .toList();
  }

  /** One resource, from its logical id to the next one's. */
  private static String block(String template, String id) {
    int begin = template.indexOf("\n  " + id + ":\n");
    assertTrue(begin >= 0, id);
    return template.substring(begin, template.indexOf("\n\n", begin + 1) + 1);
  }

  private static List<String> granted(String role) {
    return Pattern.compile(
            "Sid: (ReadSecretOf\\w+)\\s+Effect: Allow\\s+Action:\\s+- secretsmanager:GetSecretValue\\s+Resource: (.*)")
        .matcher(role)
        .results()
        .map(match -> match.group(1) + " " + match.group(2))
        .toList();
  }

  private static long count(String template, String action) {
    return Pattern.compile(Pattern.quote(action))
        .matcher(template)
        .results()
        .map(MatchResult::group)
        .count();
  }

  private static List<GeneratedFile> java(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<GeneratedFile> sources = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        sources.add(
            GeneratedFile.ofText(folder.relativize(file).toString(), Files.readString(file)));
      }
      return sources;
    }
  }
}
