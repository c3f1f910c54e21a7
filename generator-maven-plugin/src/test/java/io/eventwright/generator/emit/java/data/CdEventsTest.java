package io.eventwright.generator.emit.java.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.eventwright.generator.testing.SharedData;
import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A published specification of events, as it is: both releases compile and take their events. */
class CdEventsTest {

  @ParameterizedTest
  @ValueSource(strings = {"v0.4.1", "v0.5.1"})
  void everyConformanceEventComesBackAsItWas(String release) throws IOException {
    Path folder = SharedData.folder("cdevents/" + release);
    CompiledSchemas compiled = CompiledSchemas.of(folder.resolve("schemas"), "com.example.cde");
    int events = 0;
    for (Path event :
        CompiledSchemas.files(
            folder.resolve("conformance"), path -> path.toString().endsWith(".json"))) {
      String name = event.getFileName().toString().replaceAll("[_.-]|json$", "");
      String simple = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
      Codec<Object> codec = compiled.codec("com.example.cde." + simple);
      byte[] document = Files.readAllBytes(event);
      assertEquals(
          List.of(),
          compiled
              .validator("com.example.cde." + simple + "Validator")
              .validate(Json.parse(document))
              .violations(),
          event.toString());
      Object record = CompiledSchemas.read(codec, document);
      byte[] written = CompiledSchemas.write(codec, record);
      assertEquals(Json.parse(document), Json.parse(written), event.toString());
      assertEquals(record, CompiledSchemas.read(codec, Json.parse(written)), event.toString());
      events++;
    }
    assertTrue(events > 40, "only " + events + " events");
  }
}
