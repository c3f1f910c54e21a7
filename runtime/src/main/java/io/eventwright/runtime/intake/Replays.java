package io.eventwright.runtime.intake;

import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import org.jspecify.annotations.Nullable;

/** How EventBridge marks what comes from an archive (user guide, "Replaying archived events"). */
final class Replays {
  private static final String NAME = "replay-name";

  private Replays() {}

  /** The name of the replay that brought an event of a bus; null for one that is new. */
  static @Nullable String name(JsonObject event) {
    return event.get(NAME) instanceof JsonString name ? name.value() : null;
  }
}
