package io.eventwright.generator.emit.java.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.java.type.RootType;
import io.eventwright.generator.emit.java.type.TypeAssumptions;
import io.eventwright.generator.emit.java.type.TypeModel;
import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.sample.EventSamples;
import io.eventwright.generator.sample.InvalidSample;
import io.eventwright.generator.sample.SampleMaker;
import io.eventwright.generator.sample.ValidSample;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One truth, over generated instances: what a validator accepts its reader reads, writes again so
 * that it is accepted, and reads as equal; what it refuses makes no reader crash.
 */
class GeneratedSamplesTest {

  private static final long SEED = 20261123;
  private static final int VARIED = 25;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "events",
        "shapes",
        "unions",
        "openapi",
        "names",
        "jsonschema2pojo",
        "sensitive",
        "majors"
      })
  void casesOfTheTests(String name) throws IOException {
    check(Path.of("src/test/resources/schemas", name), "com.example." + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickstart", "arcade"})
  void samplesOfTheProduct(String name) throws IOException {
    check(
        Path.of("../sample-schemas/src/main/resources/samples", name, "schemas"),
        "com.example.sample");
  }

  private static void check(Path folder, String basePackage) throws IOException {
    CompiledSchemas compiled = CompiledSchemas.of(folder, basePackage);
    SchemaSet loaded = CompiledSchemas.schemas(folder, LoaderOptions.forEvents());
    List<RootType> roots = FolderRoots.of(loaded, basePackage, new Diagnostics());
    Set<SchemaKey> versions = new HashSet<>();
    roots.forEach(root -> versions.addAll(root.versions()));
    SchemaSet set = TypeAssumptions.applied(loaded, versions);
    int read = 0;
    int broken = 0;
    int newer = 0;
    for (RootType root : roots) {
      if (!root.always()) {
        continue;
      }
      Codec<Object> codec = compiled.codec(root.name().canonicalName());
      for (int i = 0; i < root.versions().size(); i++) {
        Validator validator = compiled.validator(root.validators().get(i).canonicalName());
        boolean newest = i == root.versions().size() - 1;
        EventSamples samples =
            new SampleMaker(set, root.versions().get(i), validator, SEED, VARIED).make();
        for (ValidSample sample : samples.valid()) {
          comesBack(root.name() + " " + sample, codec, validator, sample.value(), newest);
          if (newest) {
            newer += carriesWhatIsNewer(compiled, root, codec, sample.value());
          }
          read++;
        }
        for (InvalidSample sample : samples.invalid()) {
          assertFalse(validator.isValid(sample.value()), sample::toString);
          readsOrRefuses(codec, sample.value());
          broken++;
        }
      }
    }
    assertTrue(read > 5 && broken > 0, read + " valid samples, " + broken + " broken");
    assertTrue(newer > 5, newer + " additions");
  }

  private static void comesBack(
      String name, Codec<Object> codec, Validator validator, JsonValue document, boolean newest)
      throws IOException {
    Object record = CompiledSchemas.read(codec, document);
    assertEquals(
        record,
        CompiledSchemas.read(codec, document.toString().getBytes(StandardCharsets.UTF_8)),
        name);
    JsonValue written = Json.parse(CompiledSchemas.write(codec, record));
    assertEquals(SameValue.of(document), SameValue.of(written), name);
    assertEquals(record, CompiledSchemas.read(codec, written), name);
    if (newest) {
      assertEquals(List.of(), validator.validate(written).violations(), name);
    }
  }

  /** What a newer minor might add is read, kept, and written as it came. */
  private static int carriesWhatIsNewer(
      CompiledSchemas compiled, RootType root, Codec<Object> codec, JsonValue document)
      throws IOException {
    TypeModel model = Objects.requireNonNull(compiled.model);
    int changes = 0;
    for (boolean newKinds : new boolean[] {false, true}) {
      NewerMinor minor = new NewerMinor(model, newKinds);
      JsonValue newer = minor.of(Objects.requireNonNull(model.declaration(root.name())), document);
      Object record = CompiledSchemas.read(codec, newer);
      byte[] written = CompiledSchemas.write(codec, record);
      String name = root.name() + " " + newer;
      assertEquals(SameValue.of(newer), SameValue.of(Json.parse(written)), name);
      assertEquals(record, CompiledSchemas.read(codec, written), name);
      assertFalse(record.toString().contains("n3w3r"), record::toString);
      changes += minor.changes;
    }
    return changes;
  }

  private static void readsOrRefuses(Codec<Object> codec, JsonValue document) {
    try {
      CompiledSchemas.read(codec, document);
    } catch (IOException refused) {
      assertFalse(refused.getMessage().isBlank());
    }
  }
}
