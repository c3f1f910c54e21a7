package io.eventwright.local.operate.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.eventwright.local.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the generator says of a system in {@code operate.json}, beside the template.
 *
 * @param system its name, {@code source} of its events; empty when nothing is known
 * @param sensitive of each kind of document, by the name that the log has for it, the paths of what
 *     is not to be shown
 * @param consumers who takes events
 */
public record Description(
    String system, Map<String, List<List<String>>> sensitive, List<Consumer> consumers) {

  /** Nothing is known: nothing of any document is shown, and no consumer is asked. */
  public static final Description NONE = new Description("", Map.of(), List.of());

  public Description {
    sensitive = Map.copyOf(sensitive);
    consumers = List.copyOf(consumers);
  }

  /**
   * Reads the file.
   *
   * @param file may not be there, as before the first {@code events:generate}
   * @throws IllegalArgumentException when it is there and is not what the generator writes
   */
  public static Description read(@Nullable Path file) {
    if (file == null || !Files.exists(file)) {
      return NONE;
    }
    try {
      return of(Json.parse(Files.readString(file)));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + " cannot be read; generate it anew: " + e.getMessage(), e);
    }
  }

  private static Description of(JsonNode json) {
    Map<String, List<List<String>>> sensitive = new LinkedHashMap<>();
    json.path("sensitive")
        .properties()
        .forEach(
            entry -> {
              List<List<String>> paths = new ArrayList<>();
              entry.getValue().forEach(path -> paths.add(Consumer.texts(path)));
              sensitive.put(entry.getKey(), paths);
            });
    List<Consumer> consumers = new ArrayList<>();
    json.path("consumers").forEach(entry -> consumers.add(Consumer.of(entry)));
    return new Description(json.path("system").asText(), sensitive, consumers);
  }

  /** Shows documents without what is sensitive of them. */
  public Mask mask() {
    return new Mask(sensitive);
  }
}
