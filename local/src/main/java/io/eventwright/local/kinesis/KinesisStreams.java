package io.eventwright.local.kinesis;

import io.eventwright.local.delivery.Destination;
import io.eventwright.local.delivery.Message;
import io.eventwright.local.gateway.AwsFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every stream by name; takes records from rules too. */
public final class KinesisStreams implements Destination {

  private final Clock clock;
  private final UnaryOperator<String> arn;
  private final Map<String, KinesisStream> byName = new ConcurrentSkipListMap<>();

  /**
   * None yet.
   *
   * @param clock for arrival times, retention and throughput
   * @param arn gives a stream's ARN by its name
   */
  public KinesisStreams(Clock clock, UnaryOperator<String> arn) {
    this.clock = clock;
    this.arn = arn;
  }

  /** Makes the streams of a template. */
  public void create(List<StreamDefinition> definitions) {
    definitions.forEach(this::create);
  }

  KinesisStream create(StreamDefinition definition) {
    KinesisStream stream = new KinesisStream(definition, clock);
    if (byName.putIfAbsent(definition.name(), stream) != null) {
      throw new AwsFault(
          400,
          "ResourceInUseException",
          "Stream %s under account %s already exists."
              .formatted(definition.name(), definition.account()));
    }
    return stream;
  }

  void delete(KinesisStream stream) {
    byName.remove(stream.definition().name());
  }

  Clock clock() {
    return clock;
  }

  String arn(String name) {
    return arn.apply(name);
  }

  Collection<KinesisStream> all() {
    return byName.values();
  }

  /** Finds a stream by name or ARN. */
  public @Nullable KinesisStream find(String reference) {
    return byName.get(reference.substring(reference.lastIndexOf('/') + 1));
  }

  /** Forgets every record. */
  public void clear() {
    byName.values().forEach(KinesisStream::clear);
  }

  @Override
  public void send(String streamArn, Message message) throws IOException {
    KinesisStream stream = find(streamArn);
    if (stream == null) {
      throw new Refused("NO_RESOURCE", "there is no stream " + streamArn);
    }
    String key = message.group();
    byte[] data = message.body().getBytes(StandardCharsets.UTF_8);
    if (key == null || key.isEmpty() || key.length() > 256) {
      throw new Refused(
          "INVALID_PARAMETER", "a stream needs a partition key of 1 to 256 characters, not " + key);
    }
    if (data.length > stream.largestRecord()) {
      throw new Refused("EVENT_TOO_LARGE", "a record is at most 1 MiB, not " + data.length);
    }
    try {
      stream.put(key, null, data);
    } catch (AwsFault throttled) {
      throw new IOException(throttled.getMessage(), throttled);
    }
  }
}
