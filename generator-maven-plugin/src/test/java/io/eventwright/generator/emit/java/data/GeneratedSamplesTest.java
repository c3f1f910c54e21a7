package io.eventwright.generator.emit.java.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.java.type.Declaration.ObjectRecord;
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
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.intake.Rejection.Reason;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonObject;
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
 * One truth, over generated instances: what a validator accepts a worker gets as a record, which is
 * written again so that it is accepted, and read as equal; what it refuses no worker sees, and no
 * code can publish.
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
  void casesOfTheTests(String name) throws Exception {
    check(Path.of("src/test/resources/schemas", name), "com.example." + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quickstart", "arcade"})
  void samplesOfTheProduct(String name) throws Exception {
    int refused =
        check(
            Path.of("../sample-schemas/src/main/resources/samples", name, "schemas"),
            "com.example.sample");
    assertTrue(refused > 5, refused + " records that may not be published");
  }

  /** How many records were made that may not be published. */
  private static int check(Path folder, String basePackage) throws Exception {
    CompiledSchemas compiled = CompiledSchemas.of(folder, basePackage);
    SchemaSet loaded = CompiledSchemas.schemas(folder, LoaderOptions.forEvents());
    List<RootType> roots = FolderRoots.of(loaded, basePackage, new Diagnostics());
    Set<SchemaKey> versions = new HashSet<>();
    roots.forEach(root -> versions.addAll(root.versions()));
    SchemaSet set = TypeAssumptions.applied(loaded, versions);
    int read = 0;
    int broken = 0;
    int newer = 0;
    int refused = 0;
    for (RootType root : roots) {
      if (!root.always()) {
        continue;
      }
      Codec<Object> codec = compiled.codec(root.name().canonicalName());
      OnTheWire wire = new OnTheWire(compiled, root);
      for (int i = 0; i < root.versions().size(); i++) {
        Validator validator = compiled.validator(root.validators().get(i).canonicalName());
        boolean newest = i == root.versions().size() - 1;
        EventSamples samples =
            new SampleMaker(set, root.versions().get(i), validator, SEED, VARIED).make();
        for (ValidSample sample : samples.valid()) {
          comesBack(root.name() + " " + sample, codec, validator, sample.value(), newest);
          oneVerdict(compiled, root, wire, sample.value());
          if (newest) {
            newer += carriesWhatIsNewer(compiled, root, wire, codec, sample.value());
            refused += publishesWhatIsValid(compiled, root, wire, codec, sample);
          }
          read++;
        }
        for (InvalidSample sample : samples.invalid()) {
          assertFalse(validator.isValid(sample.value()), sample::toString);
          oneVerdict(compiled, root, wire, sample.value());
          broken++;
        }
      }
    }
    assertTrue(read > 5 && broken > 0, read + " valid samples, " + broken + " broken");
    assertTrue(newer > 5, newer + " additions");
    return refused;
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
      CompiledSchemas compiled,
      RootType root,
      OnTheWire wire,
      Codec<Object> codec,
      JsonValue document)
      throws Exception {
    TypeModel model = Objects.requireNonNull(compiled.model);
    int changes = 0;
    for (boolean newKinds : new boolean[] {false, true}) {
      NewerMinor minor = new NewerMinor(model, newKinds);
      JsonValue newer = minor.of(Objects.requireNonNull(model.declaration(root.name())), document);
      Object record = wire.taken(root.versions().size(), newer.toString());
      byte[] written = CompiledSchemas.write(codec, record);
      String name = root.name() + " " + newer;
      assertEquals(SameValue.of(newer), SameValue.of(Json.parse(written)), name);
      assertEquals(record, CompiledSchemas.read(codec, written), name);
      assertFalse(record.toString().contains("n3w3r"), record::toString);
      changes += minor.changes;
    }
    return changes;
  }

  /**
   * Of every version, workers get what its validator accepts, and nothing else. There is one class
   * for all minors: an older one's event whose stray field has the name, and not the shape, of a
   * field that came later is no record, and is refused as such.
   */
  private static void oneVerdict(
      CompiledSchemas compiled, RootType root, OnTheWire wire, JsonValue document)
      throws IOException {
    Codec<Object> codec = compiled.codec(root.name().canonicalName());
    List<String> validators = root.validators().stream().map(ClassName::canonicalName).toList();
    int newest = validators.size() - 1;
    for (int minor = 0; minor <= newest; minor++) {
      Validator validator = compiled.validator(validators.get(minor));
      String name = root.name() + " minor " + minor + " " + document;
      try {
        Object record = wire.taken(minor, document.toString());
        assertTrue(validator.isValid(document), name);
        JsonValue written = Json.parse(CompiledSchemas.write(codec, record));
        assertEquals(List.of(), validator.validate(written).violations(), name);
      } catch (Rejection refused) {
        boolean accepted = validator.isValid(document);
        assertEquals(accepted ? Reason.UNREADABLE : Reason.SCHEMA_VIOLATED, refused.reason(), name);
        if (accepted) {
          assertTrue(
              minor < newest && !compiled.validator(validators.get(newest)).isValid(document),
              name);
        }
      }
    }
  }

  /**
   * Whatever code puts into a record is judged as the same document, before it is sent and on
   * arrival.
   *
   * @return how many records were refused
   */
  private static int publishesWhatIsValid(
      CompiledSchemas compiled,
      RootType root,
      OnTheWire wire,
      Codec<Object> codec,
      ValidSample sample)
      throws Exception {
    int newest = root.versions().size() - 1;
    Validator validator = compiled.validator(root.validators().get(newest).canonicalName());
    TypeModel model = Objects.requireNonNull(compiled.model);
    // The minimal and the full sample have each component once without and once with the others.
    if (sample.name().startsWith("varied")
        || !(model.declaration(root.name()) instanceof ObjectRecord declaration)) {
      return 0;
    }
    Object record = CompiledSchemas.read(codec, sample.value());
    int refused = 0;
    for (ChangedRecord changed :
        ChangedRecord.of(declaration, record, (JsonObject) sample.value())) {
      boolean valid = validator.isValid(changed.document());
      String name = root.name() + " " + changed.document();
      assertEquals(valid, wire.lets(changed.record()), name);
      byte[] written = CompiledSchemas.write(codec, changed.record());
      assertEquals(valid, arrives(wire, newest, new String(written, StandardCharsets.UTF_8)), name);
      refused += valid ? 0 : 1;
    }
    return refused;
  }

  private static boolean arrives(OnTheWire wire, int minor, String data) {
    try {
      wire.taken(minor, data);
      return true;
    } catch (Rejection refused) {
      return false;
    }
  }
}
