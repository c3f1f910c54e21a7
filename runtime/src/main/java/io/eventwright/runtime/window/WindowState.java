package io.eventwright.runtime.window;

import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.event.CodecText;
import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a window holds between invocations: the fold of each group, and which events are in it,
 * since the bus may bring one twice. Everything is text, so that nobody on the way rewrites a
 * number.
 *
 * @param <W> what the window holds
 */
public final class WindowState<W> {
  private static final int HASH_CHARACTERS = 16;

  /**
   * A group's fold.
   *
   * @param from the sequence number of its first record: tells this fold from another of the same
   *     window, should the window end early
   * @param correlation the journey of its first event
   * @param value the fold
   */
  public record Fold<W>(String from, String correlation, W value) {}

  private final Codec<W> codec;
  private final Map<String, Fold<W>> folds = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();
  private final StringBuilder seenText = new StringBuilder();

  /** What Lambda carried; an empty object for a new window. */
  public WindowState(Codec<W> codec, JsonObject carried) {
    this.codec = codec;
    if (carried.get("folds") instanceof JsonObject groups) {
      for (String group : groups.names()) {
        if (groups.get(group) instanceof JsonObject fold) {
          W value = CodecText.readBack(codec, text(fold, "value"));
          folds.put(group, new Fold<>(text(fold, "from"), text(fold, "correlation"), value));
        }
      }
    }
    String known = text(carried, "seen");
    for (int i = 0; i + HASH_CHARACTERS <= known.length(); i += HASH_CHARACTERS) {
      seen.add(known.substring(i, i + HASH_CHARACTERS));
    }
    seenText.append(known);
  }

  private static String text(JsonObject object, String name) {
    JsonValue value = object.get(name);
    return value instanceof JsonString string ? string.value() : "";
  }

  /** Whether that event is in the window already; notes it if not. */
  public boolean isDouble(String source, String id) {
    String hash =
        Sha256.hex((source + "\n" + id).getBytes(StandardCharsets.UTF_8))
            .substring(0, HASH_CHARACTERS);
    if (!seen.add(hash)) {
      return true;
    }
    seenText.append(hash);
    return false;
  }

  /** Every group's fold, in the order of the groups' names. */
  public Map<String, Fold<W>> folds() {
    return folds;
  }

  /** As an object that {@link #WindowState} reads again. */
  public JsonObject toJson() {
    JsonObject.Builder groups = JsonObject.builder();
    folds.forEach(
        (group, fold) ->
            groups.put(
                group,
                JsonObject.builder()
                    .put("from", new JsonString(fold.from()))
                    .put("correlation", new JsonString(fold.correlation()))
                    .put("value", new JsonString(CodecText.write(codec, fold.value())))
                    .build()));
    return JsonObject.builder()
        .put("folds", groups.build())
        .put("seen", new JsonString(seenText.toString()))
        .build();
  }
}
