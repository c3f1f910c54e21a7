package io.eventwright.generator.pipeline;

import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.render.JsonLayout;
import io.eventwright.generator.sample.EventSamples;
import io.eventwright.generator.sample.InvalidSample;
import io.eventwright.generator.sample.ValidSample;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one schema's samples: {@code valid/*.json}, {@code invalid/*.json}, and {@code
 * index.json}, which says of each invalid one what it breaks.
 */
final class SampleFiles {

  private SampleFiles() {}

  static List<GeneratedFile> of(
      String schema, String folder, EventSamples samples, SampleEnvelope envelope) {
    List<GeneratedFile> files = new ArrayList<>();
    List<JsonValue> valid = new ArrayList<>();
    for (ValidSample sample : samples.valid()) {
      String file = "valid/" + sample.name() + ".json";
      JsonValue event = envelope.around(file, sample.value());
      files.add(GeneratedFile.ofText(folder + "/" + file, JsonLayout.of(event)));
      valid.add(new JsonString(file));
    }
    List<JsonValue> invalid = new ArrayList<>();
    for (InvalidSample sample : samples.invalid()) {
      String file = "invalid/" + sample.name() + ".json";
      JsonValue event = envelope.around(file, sample.value());
      files.add(GeneratedFile.ofText(folder + "/" + file, JsonLayout.of(event)));
      invalid.add(
          JsonObject.builder()
              .put("file", new JsonString(file))
              .put("keyword", new JsonString(sample.keyword()))
              .put("instance", new JsonString(sample.violation().instancePointer()))
              .put("message", new JsonString(sample.violation().message()))
              .put("schema", new JsonString(sample.violation().absoluteSchemaLocation()))
              .build());
    }
    JsonObject index =
        JsonObject.builder()
            .put("schema", new JsonString(schema))
            .put("valid", JsonArray.of(valid))
            .put("invalid", JsonArray.of(invalid))
            .build();
    files.add(GeneratedFile.ofText(folder + "/index.json", JsonLayout.of(index)));
    return files;
  }
}
