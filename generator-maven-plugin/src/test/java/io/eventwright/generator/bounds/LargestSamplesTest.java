package io.eventwright.generator.bounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.load.schema.SchemaLoader;
import io.eventwright.generator.load.schema.SchemaSource;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.sample.SampleMaker;
import io.eventwright.generator.sample.ValidSample;
import io.eventwright.generator.validate.CompiledSchemas;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No event that a schema accepts is larger than the schema's worst case. Events are made by chance
 * from some seeds, and with every bound used up; all schemas here have bounds throughout.
 */
class LargestSamplesTest {

  private static final int SEEDS = 5;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/test/resources/bounds",
        "../sample-schemas/src/main/resources/samples/arcade/schemas",
        "../sample-schemas/src/main/resources/samples/quickstart/schemas"
      })
  void noSampleIsLargerThanTheWorstCase(String folder) throws Exception {
    SchemaSet set = schemas(Path.of(folder));
    Map<SchemaKey, Validator> validators = CompiledSchemas.of(set, set.roots().values());
    WorstCase sizes = new WorstCase(set);
    double closest = 0;
    for (SchemaKey root : set.roots().values()) {
      long worst = sizes.of(List.of(set.node(root)));
      for (JsonValue value : values(set, root, validators.get(root))) {
        int bytes = value.toString().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes <= worst, () -> root + ": " + bytes + " over " + worst + ": " + value);
        closest = Math.max(closest, (double) bytes / worst);
      }
    }
    // Else the worst case would be right by being far too much.
    assertTrue(closest > 0.9, "the largest event has " + closest + " of its worst case");
  }

  private static List<JsonValue> values(SchemaSet set, SchemaKey root, Validator validator) {
    List<JsonValue> values = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      SampleMaker maker = new SampleMaker(set, root, validator, seed, 10);
      maker.make().valid().stream().map(ValidSample::value).forEach(values::add);
      maker.largest().ifPresent(values::add);
    }
    assertFalse(values.isEmpty(), () -> "nothing was made for " + root);
    return values;
  }

  private static SchemaSet schemas(Path folder) throws IOException {
    List<SchemaSource> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        sources.add(SchemaSource.ofFile(name, Files.readAllBytes(file)));
      }
    }
    Checked<SchemaSet> loaded = SchemaLoader.load(sources, LoaderOptions.forEvents());
    assertEquals(List.of(), loaded.diagnostics());
    return loaded.value();
  }
}
