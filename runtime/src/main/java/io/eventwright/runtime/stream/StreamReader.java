package io.eventwright.runtime.stream;

import io.eventwright.runtime.SystemRuntime;
import io.eventwright.runtime.event.Consumed;
import io.eventwright.runtime.event.Event;
import io.eventwright.runtime.event.EventType;
import io.eventwright.runtime.intake.EventIntake;
import io.eventwright.runtime.intake.MessageReader;
import io.eventwright.runtime.intake.Rejection;
import io.eventwright.runtime.seal.Seals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * The events that a stream retains, by the time at which they came in: for analytics, and for
 * trying a new worker on what has been. Consumers are not disturbed: nothing is taken out, and half
 * of each shard's throughput is left to them. An event may come twice, as it may to a worker; its
 * id tells.
 *
 * @param <T> the record that events are read as, of whatever major they are
 */
public final class StreamReader<T> {
  private final KinesisClient kinesis;
  private final String stream;
  private final List<Consumed<?, T>> consumed;
  private final EventIntake<T> intake;
  private final Pause pause;
  private final Seals seals;

  /** Waits between two calls. */
  @FunctionalInterface
  public interface Pause {
    /** Waits as long as that. */
    void of(Duration time) throws InterruptedException;
  }

  /**
   * What a worker would quarantine.
   *
   * @param shardId where it is
   * @param sequenceNumber its place there
   * @param rejection why it is no event that can be read
   */
  public record Skipped(String shardId, String sequenceNumber, Rejection rejection) {}

  /**
   * A reader.
   *
   * @param stream the stream's name, which the template's outputs give
   * @param consumed the majors that are read; others are skipped
   */
  public StreamReader(
      KinesisClient kinesis, String stream, Collection<Consumed<?, T>> consumed, Pause pause) {
    this(kinesis, stream, consumed, pause, Seals.SHUT);
  }

  private StreamReader(
      KinesisClient kinesis,
      String stream,
      Collection<Consumed<?, T>> consumed,
      Pause pause,
      Seals seals) {
    this.seals = seals;
    this.kinesis = kinesis;
    this.stream = stream;
    this.consumed = List.copyOf(consumed);
    this.intake = new EventIntake<>(consumed, seals);
    this.pause = pause;
  }

  /** A reader in real time, of one major. */
  public static <T> StreamReader<T> of(SystemRuntime runtime, String stream, EventType<T> type) {
    return new StreamReader<>(
        runtime.clients().kinesis(),
        stream,
        List.of(Consumed.asIs(type)),
        time -> Thread.sleep(time.toMillis()),
        runtime.seals());
  }

  /** The same that reads another major too, by way of an upcaster. */
  public <O> StreamReader<T> upcasting(
      EventType<O> older, Function<? super O, ? extends T> upcast) {
    List<Consumed<?, T>> more = new ArrayList<>(consumed);
    more.add(new Consumed<>(older, upcast));
    return new StreamReader<>(kinesis, stream, more, pause, seals);
  }

  /**
   * The events that came in from one time on and before another, read as they are asked for: those
   * of one partition key in order, a shard before those that continue it. What is older than the
   * stream's retention is not there any more.
   *
   * @param skipped told of each record that cannot be read
   */
  public Stream<Event<T>> events(Instant from, Instant to, Consumer<Skipped> skipped) {
    ShardWalk walk = new ShardWalk(kinesis, stream, from, to, pause);
    Spliterator<ShardWalk.Found> records =
        Spliterators.spliteratorUnknownSize(
            walk, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
    return StreamSupport.stream(records, false)
        .map(found -> event(found, skipped))
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull);
  }

  private @Nullable Event<T> event(ShardWalk.Found found, Consumer<Skipped> skipped) {
    Record record = found.record();
    try {
      return intake.read(MessageReader.read(record.data().asUtf8String()));
    } catch (Rejection e) {
      skipped.accept(new Skipped(found.shardId(), record.sequenceNumber(), e));
      return null;
    }
  }
}
