package io.eventwright.local.states.corpus;

import io.eventwright.local.states.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
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

  private static final Instant SOME_TIME = Instant.parse("2024-01-01T00:00:00Z");
  private static final String UNREADABLE = "unreadable";

  /** What the file says; a file that cannot be read is a recording that nothing can equal. */
  static Recording read(Path file) {
    try {
      Map<String, @Nullable Object> json = Json.asObject(Json.parse(Files.readString(file)));
      return json == null ? unreadable(file, "is no object") : new Recording(file, json);
    } catch (IOException | IllegalArgumentException unreadable) {
      return unreadable(file, String.valueOf(unreadable.getMessage()));
    }
  }

  private static Recording unreadable(Path file, String reason) {
    return new Recording(file, Map.of(UNREADABLE, reason));
  }

  /** Why the file cannot be read, or null when it was. */
  @Nullable String problem() {
    return json.get(UNREADABLE) instanceof String reason ? reason : null;
  }

  /** Whether there is something to run; a folder may hold other files too. */
  boolean isExecution() {
    return json.containsKey("definition") || problem() != null;
  }

  /** The input, which is an empty object where none was recorded. */
  @Nullable Object input() {
    return json.containsKey("input") ? json.get("input") : Map.of();
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
    try {
      return LocalDateTime.parse(String.valueOf(json.get("recorded")), RECORDED)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException notSaid) {
      return SOME_TIME;
    }
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
