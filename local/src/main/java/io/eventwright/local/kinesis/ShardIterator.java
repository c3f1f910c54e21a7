package io.eventwright.local.kinesis;

import io.eventwright.local.gateway.AwsFault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/**
 * A place in a shard as a client holds it, for five minutes.
 *
 * @param stream the stream's name
 * @param shard the shard's id
 * @param from the first sequence number to be read
 * @param issued when, in milliseconds
 */
record ShardIterator(String stream, String shard, String from, long issued) {

  private static final Duration LIFE = Duration.ofMinutes(5);

  /** The opaque text. */
  String text() {
    return Base64.getEncoder()
        .encodeToString(
            String.join("|", stream, shard, from, String.valueOf(issued))
                .getBytes(StandardCharsets.UTF_8));
  }

  /** Reads the text; refuses one that is too old, or none of ours. */
  static ShardIterator of(String text, Clock clock) {
    ShardIterator iterator;
    try {
      String[] parts =
          new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8).split("\\|");
      iterator = new ShardIterator(parts[0], parts[1], parts[2], Long.parseLong(parts[3]));
    } catch (RuntimeException e) {
      throw new AwsFault(400, "InvalidArgumentException", "Invalid ShardIterator.");
    }
    long age = clock.millis() - iterator.issued;
    if (age > LIFE.toMillis()) {
      throw new AwsFault(
          400,
          "ExpiredIteratorException",
          "Iterator expired. The iterator was created %d ms ago, and is valid for %d ms."
              .formatted(age, LIFE.toMillis()));
    }
    return iterator;
  }
}
