package io.eventwright.generator.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One more subscriber of an event is nobody else's business. */
class NewSubscriberTest {
  @TempDir Path base;

  @ParameterizedTest
  @ValueSource(strings = {"queue", "fan-out", "direct", "fifo by itemId", "stream by itemId"})
  void aNewSubscriberChangesNoFileOfAnother(String channel) throws IOException {
    GenerationRequest request = Samples.request(Samples.project("arcade", base));
    Map<String, String> before = generated(request);
    Path system = base.resolve("src/main/events/system.yaml");
    Files.writeString(
        system,
        Files.readString(system)
            .replace(
                "\nsagas:\n",
                """

                  note-sale: { on: purchase-completed@1, changes: popularity by itemId, via: %s }

                sagas:
                """
                    .formatted(channel)));
    Map<String, String> after = generated(request);

    before.forEach(
        (file, text) -> {
          if (file.endsWith(".java")) {
            assertEquals(text, after.get(file), file);
          }
        });
    List<String> added = after.keySet().stream().filter(each -> !before.containsKey(each)).toList();
    assertFalse(added.isEmpty());
    added.forEach(file -> assertTrue(file.contains("NoteSale"), file));
  }

  /** All that the template says of the others it says as before, in the same order. */
  @Test
  void theTemplateOnlyGrows() throws IOException {
    GenerationRequest request = Samples.request(Samples.project("arcade", base));
    List<String> before = generated(request).get("sam/template.yaml").lines().toList();
    Path system = base.resolve("src/main/events/system.yaml");
    Files.writeString(
        system,
        Files.readString(system)
            .replace(
                "\nsagas:\n",
                "\n  note-sale: { on: purchase-completed@1, changes: popularity by itemId }\n\nsagas:\n"));
    List<String> after = generated(request).get("sam/template.yaml").lines().toList();

    int at = 0;
    for (String line : after) {
      if (at < before.size() && before.get(at).equals(line)) {
        at++;
      }
    }
    assertEquals(before.size(), at, () -> "the template lost or changed a line");
  }

  private Map<String, String> generated(GenerationRequest request) throws IOException {
    GenerationPipeline.stubs(request, base.resolve("src/main/java"));
    GenerationResult result = GenerationPipeline.generate(request);
    assertFalse(result.isRefused(), () -> result.diagnostics().toString());
    Map<String, String> contents = new TreeMap<>();
    Path target = base.resolve("target");
    try (Stream<Path> files = Files.walk(target)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(target.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return contents;
  }
}
