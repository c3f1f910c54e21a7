package io.eventwright.runtime.push;

import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import io.eventwright.runtime.trace.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Publishes to channels by AppSync Events' HTTP ("Publish events via HTTP").
 *
 * @param post takes the calls, and signs them
 */
public record EventsApi(Post post) {
  /** The service's own limit. */
  static final int MOST_EVENTS = 5;

  /**
   * Publishes events to one channel, in their order.
   *
   * @param events each JSON, of at most 240 KB
   * @return how many calls it took
   * @throws IOException when a call was not taken; those before it were
   */
  public int publish(String channel, List<String> events) throws IOException {
    int calls = 0;
    for (int from = 0; from < events.size(); from += MOST_EVENTS) {
      List<String> part = events.subList(from, Math.min(from + MOST_EVENTS, events.size()));
      JsonObject call =
          JsonObject.builder()
              .put("channel", new JsonString(channel))
              .put("events", JsonArray.of(part.stream().<JsonValue>map(JsonString::new).toList()))
              .build();
      int status = post.send("application/json", call.toString().getBytes(StandardCharsets.UTF_8));
      if (status != 200) {
        throw new IOException("AppSync Events answered " + status + " for " + channel);
      }
      calls++;
    }
    return calls;
  }
}
