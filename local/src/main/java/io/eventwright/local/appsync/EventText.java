package io.eventwright.local.appsync;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An event as it is published: a text that is one JSON value, of 240 KB of UTF-8 at most. */
final class EventText {
  private static final int LARGEST = 240 * 1024;
  private static final JsonFactory JSON = new JsonFactory();

  private EventText() {}

  /** What is wrong with it; null if nothing is. */
  static @Nullable String fault(JsonNode event) {
    if (!event.isTextual()) {
      return "The event is not a text";
    }
    String text = event.textValue();
    if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      return "The event is larger than 240 KB";
    }
    return isOneValue(text) ? null : "The event is not a stringified JSON value";
  }

  private static boolean isOneValue(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }
}
