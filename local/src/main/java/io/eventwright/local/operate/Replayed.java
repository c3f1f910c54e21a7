package io.eventwright.local.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.json.Json;

/** Messages that a replay brought from an archive. */
final class Replayed {
  /** EventBridge's mark, and that of an event which its rule has cut. */
  private static final String[] MARKS = {"replay-name", "replayname"};

  private Replayed() {}

  /** The message without the mark; the very same text if it has none. */
  static String unmarked(String message) {
    JsonNode tree;
    try {
      tree = Json.parse(message);
    } catch (IllegalArgumentException e) {
      return message;
    }
    boolean marked = false;
    if (tree instanceof ObjectNode object) {
      for (String mark : MARKS) {
        marked |= object.remove(mark) != null;
      }
    }
    return marked ? Json.write(tree) : message;
  }
}
