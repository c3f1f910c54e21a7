package io.eventwright.runtime.intake;

import io.eventwright.runtime.event.RawEvent;
import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a consumer needs of an event's data. What feeds it sends no more; an event that came another
 * way, such as one from before, is cut to the same here, so that both are one.
 *
 * @param paths within the data; none means all of it
 */
public record Needs(List<List<String>> paths) {
  /** Everything. */
  public static final Needs ALL = new Needs(List.of());

  private static final char MARK = '/';

  public Needs {
    paths = paths.stream().map(List::copyOf).toList();
  }

  /** The event with just that data. */
  public RawEvent of(RawEvent event) {
    return paths.isEmpty() ? event : event.with(cut(event.data(), paths));
  }

  /** The hash by which a changed payload is told, marked by what it was taken of. */
  public String payloadHash(RawEvent event) {
    String hash = EventIntake.payloadHash(event);
    return paths.isEmpty()
        ? hash
        : hash
            + MARK
            + Sha256.hex(paths.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 8);
  }

  /**
   * Whether two hashes are of one payload, as far as can be told: those of different parts of it
   * are no evidence that it has changed.
   */
  public static boolean samePayload(String one, String other) {
    return !mark(one).equals(mark(other)) || one.equals(other);
  }

  private static String mark(String hash) {
    int at = hash.indexOf(MARK);
    return at < 0 ? "" : hash.substring(at);
  }

  private static JsonValue cut(JsonValue value, List<List<String>> needed) {
    if (!(value instanceof JsonObject object) || needed.stream().anyMatch(List::isEmpty)) {
      return value;
    }
    Map<String, List<List<String>>> below = new LinkedHashMap<>();
    for (List<String> path : needed) {
      below
          .computeIfAbsent(path.get(0), name -> new ArrayList<>())
          .add(path.subList(1, path.size()));
    }
    JsonObject.Builder kept = JsonObject.builder();
    below.forEach(
        (name, rest) -> {
          JsonValue member = object.get(name);
          if (member != null) {
            kept.put(name, cut(member, rest));
          }
        });
    return kept.build();
  }
}
