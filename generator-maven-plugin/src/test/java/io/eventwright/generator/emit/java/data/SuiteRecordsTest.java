package io.eventwright.generator.emit.java.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.type.RootType;
import io.eventwright.generator.load.schema.LoaderOptions;
import io.eventwright.generator.load.schema.SchemaLoader;
import io.eventwright.generator.load.schema.SchemaSource;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.schema.Dialect;
import io.eventwright.generator.model.schema.SchemaSet;
import io.eventwright.generator.testing.SharedData;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Json;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.json.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Records of every schema of the official suite that stands by itself: all compile, and what their
 * validators accept comes back as it was. Schemas of that kind are nobody's events, which is why
 * they find what events do not.
 */
class SuiteRecordsTest {

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsAcceptedComesBack(boolean formats) throws IOException {
    Path tests = SharedData.folder("json-schema-test-suite").resolve("tests/draft2020-12");
    List<GeneratedFile> files = new ArrayList<>();
    Map<String, JsonArray> cases = new LinkedHashMap<>();
    for (Path file : CompiledSchemas.files(tests, path -> path.toString().endsWith(".json"))) {
      JsonArray groups = (JsonArray) Json.parse(Files.readAllBytes(file));
      for (int i = 0; i < groups.size(); i++) {
        JsonObject group = (JsonObject) groups.get(i);
        String basePackage = "suite.n" + cases.size();
        Checked<SchemaSet> loaded =
            SchemaLoader.load(
                List.of(SchemaSource.ofText("root.json", schema(group, formats).toString())),
                LoaderOptions.byTheLetter(Dialect.DRAFT_2020_12).withAssertFormats(formats));
        // What refers to the suite's other documents is the validators' to try.
        if (!loaded.hasErrors()) {
          files.addAll(generate(loaded.value(), basePackage));
          cases.put(basePackage, (JsonArray) Objects.requireNonNull(group.get("tests")));
        }
      }
    }
    int read = tryAll(new CompiledSchemas(files), cases);
    assertTrue(read > 400, read + " values of " + cases.size() + " schemas");
  }

  /** With formats, a schema of nothing else is one of strings, so that it has a type. */
  private static JsonValue schema(JsonObject group, boolean formats) {
    JsonValue schema = Objects.requireNonNull(group.get("schema"));
    if (!formats || !(schema instanceof JsonObject object) || !object.has("format")) {
      return schema;
    }
    JsonObject.Builder typed = JsonObject.builder();
    object.names().forEach(name -> typed.put(name, Objects.requireNonNull(object.get(name))));
    return object.has("type") ? object : typed.put("type", new JsonString("string")).build();
  }

  private static List<GeneratedFile> generate(SchemaSet set, String basePackage) {
    List<RootType> roots = FolderRoots.of(set, basePackage, new Diagnostics());
    return new JavaTypesEmitter(set, new JavaNames(basePackage), roots, List.of(), "suite")
        .emit()
        .value()
        .files();
  }

  private static int tryAll(CompiledSchemas compiled, Map<String, JsonArray> cases)
      throws IOException {
    int read = 0;
    List<String> failures = new ArrayList<>();
    for (Map.Entry<String, JsonArray> entry : cases.entrySet()) {
      Codec<Object> codec = compiled.codec(entry.getKey() + ".Root");
      Validator validator = compiled.validator(entry.getKey() + ".RootValidator");
      for (int i = 0; i < entry.getValue().size(); i++) {
        JsonObject test = (JsonObject) entry.getValue().get(i);
        JsonValue data = Objects.requireNonNull(test.get("data"));
        if (validator.isValid(data)) {
          failures.addAll(comesBack(codec, data, test));
          read++;
        }
      }
    }
    assertEquals(List.of(), failures);
    return read;
  }

  private static List<String> comesBack(Codec<Object> codec, JsonValue data, JsonObject test) {
    String name =
        String.valueOf(((JsonString) Objects.requireNonNull(test.get("description"))).value());
    try {
      Object record = CompiledSchemas.read(codec, data);
      JsonValue written = Json.parse(CompiledSchemas.write(codec, record));
      return SameValue.of(written).equals(SameValue.of(data))
          ? List.of()
          : List.of(name + ": " + data + " became " + written);
    } catch (IOException refused) {
      return List.of(name + ": " + data + " refused: " + refused.getMessage());
    }
  }
}
