package io.eventwright.runtime.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One record of a Kinesis batch.
 *
 * @param sequenceNumber its place in the shard; names it in the answer
 * @param partitionKey what the stream put it into its shard by
 * @param data the bytes, decoded; not to be changed
 * @param eventId shard and sequence number, as Lambda writes them; for logs
 */
public record StreamRecord(
    String sequenceNumber, String partitionKey, byte[] data, String eventId) {

  /** The data as text; null when it is no UTF-8. */
  public @Nullable String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** What to keep of it where only text can be kept: itself, or its base64. */
  public String kept() {
    String text = text();
    return text == null ? Base64.getEncoder().encodeToString(data) : text;
  }

  /** Without the data, of which nobody knows yet what is sensitive. */
  @Override
  public String toString() {
    return "StreamRecord[" + eventId + ", data=***]";
  }
}
