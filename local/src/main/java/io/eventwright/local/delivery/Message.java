package io.eventwright.local.delivery;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is carried.
 *
 * @param body the text
 * @param attributes message attributes, for what has them
 * @param group the message group, for a FIFO queue; else null
 * @param deduplication the deduplication id, for a FIFO queue; else null
 */
public record Message(
    String body,
    Map<String, String> attributes,
    @Nullable String group,
    @Nullable String deduplication) {

  /** Copies the attributes. */
  public Message {
    attributes = Map.copyOf(attributes);
  }

  /** Only a body. */
  public static Message of(String body) {
    return new Message(body, Map.of(), null, null);
  }

  /** The same message with attributes. */
  public Message with(Map<String, String> more) {
    return new Message(body, more, group, deduplication);
  }
}
