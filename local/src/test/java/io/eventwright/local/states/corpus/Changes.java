package io.eventwright.local.states.corpus;

import io.eventwright.local.states.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recording, changed in one thing that the comparison has to notice. */
final class Changes {
  private Changes() {}

  static List<Recording> of(Recording recording) {
    List<Recording> changed = new ArrayList<>();
    Map<String, @Nullable Object> expected = recording.object("expected");
    changed.add(with(recording, "status", "ABORTED"));
    if (expected.containsKey("output")) {
      Map<String, @Nullable Object> more = new LinkedHashMap<>();
      Map<String, @Nullable Object> output = Json.asObject(expected.get("output"));
      if (output != null) {
        more.putAll(output);
      }
      more.put("one more", 1);
      changed.add(with(recording, "output", more));
    }
    if (expected.get("cause") instanceof String cause) {
      changed.add(with(recording, "cause", cause + "!"));
    }
    changed.add(with(recording, "error", "Some.OtherError"));
    List<@Nullable Object> events = new ArrayList<>(recording.array("events"));
    int dropped = events.size() / 2;
    // The recorder itself may have dropped what ends a Parallel.
    while (String.valueOf(events.get(dropped)).contains("ParallelState")) {
      dropped--;
    }
    events.remove(dropped);
    Map<String, @Nullable Object> json = new LinkedHashMap<>(recording.json());
    json.put("events", events);
    changed.add(new Recording(recording.file(), json));
    return changed;
  }

  private static Recording with(Recording recording, String name, Object value) {
    Map<String, @Nullable Object> expected = new LinkedHashMap<>(recording.object("expected"));
    expected.put(name, value);
    Map<String, @Nullable Object> json = new LinkedHashMap<>(recording.json());
    json.put("expected", expected);
    return new Recording(recording.file(), json);
  }
}
