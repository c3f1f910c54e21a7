package io.eventwright.local.kinesis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eventwright.local.gateway.AwsFault;
import org.jspecify.annotations.Nullable;

/** Finds what a request names, or refuses in the service's words. */
final class Lookup {

  private Lookup() {}

  static KinesisStream stream(KinesisStreams streams, ObjectNode body) {
    String reference = body.path("StreamARN").asText(body.path("StreamName").asText(""));
    if (reference.isEmpty()) {
      throw new AwsFault(
          400, "InvalidArgumentException", "Either StreamName or StreamARN must be given.");
    }
    return stream(streams, reference);
  }

  static KinesisStream stream(KinesisStreams streams, String reference) {
    KinesisStream stream = streams.find(reference);
    if (stream == null) {
      throw notFound("Stream " + reference + " under account not found.");
    }
    return stream;
  }

  static Shard shard(KinesisStream stream, String id) {
    @Nullable Shard shard = stream.shard(id);
    if (shard == null) {
      throw notFound(
          "Could not find shard %s in stream %s.".formatted(id, stream.definition().name()));
    }
    return shard;
  }

  private static AwsFault notFound(String message) {
    return new AwsFault(400, "ResourceNotFoundException", message);
  }

  static int number(ObjectNode body, String name, int otherwise, int least, int most) {
    int number = body.path(name).asInt(otherwise);
    if (number < least || number > most) {
      throw new AwsFault(
          400,
          "ValidationException",
          "Value %d at '%s' must be from %d to %d".formatted(number, name, least, most));
    }
    return number;
  }
}
