package io.eventwright.generator.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.infer.InferenceOptions;
import io.eventwright.generator.model.EventRef;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.sample.SampleEvent;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code events:infer} refuses, and what it never does. */
class EventInferenceTest {

  @Test
  void aSampleThatItsSchemaRefusesIsNamedWithItsPointer() {
    EventRef event = new EventRef("order-placed", 1);
    Diagnostics found = new Diagnostics();

    EventInference.validate(
        List.of(
            GeneratedFile.ofText(
                "order-placed/1.0.json",
                "{\"properties\": {\"lines\": {\"items\": {\"minimum\": 9223372036854775807}}}}")),
        Map.of(
            event,
            List.of(
                new SampleEvent(
                    event,
                    new SourceLocation("seen.jsonl", 7, 1),
                    (JsonObject) Json.constant("{\"lines\": [1]}")))),
        found);

    assertEquals(
        List.of(
            "seen.jsonl:7:1: error [sample-refused] The schema inferred for order-placed@1 does not"
                + " accept this event: /lines/0: must be at least 9223372036854775807 (minimum)"),
        found.list().stream().map(Diagnostic::toString).toList());
  }

  @Test
  void aSchemaThatIsThereIsOnlyReplacedOnDemand(@TempDir Path folder) throws IOException {
    Path sample = Files.writeString(folder.resolve("seen.json"), "{\"amount\": 1}");
    Path output = folder.resolve("schemas");
    infer(sample, output, "order-placed@2", false);
    Path schema = output.resolve("order-placed/2.0.json");
    Files.writeString(schema, "{}");

    assertEquals(
        List.of(
            "order-placed/2.0.json:1:1: error [schema-exists] There is another schema in the output"
                + " folder. Name another folder, or replace it with events.overwrite."),
        infer(sample, output, "order-placed@2", false).diagnostics().stream()
            .map(Diagnostic::toString)
            .toList());
    assertEquals("{}", Files.readString(schema));

    assertEquals(
        List.of("order-placed/2.0.json: written, from 1 event"),
        infer(sample, output, "order-placed@2", true).summary());
    assertTrue(Files.readString(schema).contains("\"amount\""));
  }

  @Test
  void aFileAloneNamesItsEvent(@TempDir Path folder) throws IOException {
    Path sample = Files.writeString(folder.resolve("OrderPlaced.json"), "[{\"amount\": 1}]");
    infer(sample, folder.resolve("schemas"), null, false);
    assertTrue(Files.exists(folder.resolve("schemas/order-placed/1.0.json")));
  }

  @Test
  void aFolderWithNothingInItIsSaid(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("readme.txt"), "no event");
    assertEquals(
        List.of("no-sample-event"),
        infer(folder, folder.resolve("out"), null, false).diagnostics().stream()
            .map(Diagnostic::ruleId)
            .toList());
    assertEquals(
        List.of("no-sample-event"),
        infer(folder.resolve("gone"), folder.resolve("out"), null, false).diagnostics().stream()
            .map(Diagnostic::ruleId)
            .toList());
  }

  @Test
  void manyPropertiesAreDescribedAndTooManyRefused(@TempDir Path folder) throws IOException {
    Path sample = folder.resolve("wide.json");
    Files.writeString(sample, wide(600));
    assertEquals(List.of(), infer(sample, folder.resolve("out"), "wide", false).diagnostics());
    Files.writeString(sample, wide(20_000));
    assertEquals(
        List.of("too-many-properties"),
        infer(sample, folder.resolve("out"), "wider", false).diagnostics().stream()
            .map(Diagnostic::ruleId)
            .toList());
  }

  private static String wide(int properties) {
    return IntStream.range(0, properties)
        .mapToObj(each -> "\"property" + each + "\": {\"a\": [" + each + "]}")
        .limit(properties / 3)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static GenerationResult infer(
      Path source, Path output, @Nullable String name, boolean overwrite) throws IOException {
    return new EventInference(source, output, name, InferenceOptions.DEFAULT, overwrite).run();
  }
}
