package io.eventwright.local.states.corpus;

import io.eventwright.local.states.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One recorded execution: what was run, and what the service made of it. */
record Recording(Path file, Map<String, @Nullable Object> json) {
  private static final DateTimeFormatter RECORDED =
      DateTimeFormatter.ofPattern("dd-MM-uuuu, HH:mm:ss");

  static Recording read(Path file) {
    try {
      Map<String, @Nullable Object> json = Json.asObject(Json.parse(Files.readString(file)));
      if (json == null) {
        throw new IllegalArgumentException(file + " is no object");
      }
      return new Recording(file, json);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  String name() {
    return file.getFileName().toString().replace(".json", "");
  }

  /** The name of the test that was recorded, without its parameters. */
  String test() {
    String id = String.valueOf(json.get("id"));
    String last = id.substring(id.lastIndexOf(':') + 1);
    int bracket = id.indexOf('[');
    String whole = bracket < 0 ? id : id.substring(0, bracket);
    return bracket < 0 ? last : whole.substring(whole.lastIndexOf(':') + 1);
  }

  Instant recorded() {
    return LocalDateTime.parse(String.valueOf(json.get("recorded")), RECORDED)
        .toInstant(ZoneOffset.UTC);
  }

  boolean needsServices() {
    return Boolean.TRUE.equals(json.get("needsAws"));
  }

  Map<String, @Nullable Object> object(String name) {
    Map<String, @Nullable Object> object = Json.asObject(json.get(name));
    return object == null ? Map.of() : object;
  }

  List<@Nullable Object> array(String name) {
    List<@Nullable Object> array = Json.asArray(json.get(name));
    return array == null ? List.of() : array;
  }
}
