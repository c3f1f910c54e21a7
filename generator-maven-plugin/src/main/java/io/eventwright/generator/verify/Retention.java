package io.eventwright.generator.verify;

import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.verify.template.EventSource;
import io.eventwright.generator.verify.template.Resource;
import io.eventwright.generator.verify.template.SamTemplate;
import io.eventwright.generator.verify.template.Types;
import io.eventwright.generator.verify.template.Values;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long what feeds a function can keep an event, in seconds.
 *
 * @param template where its sources are
 */
record Retention(SamTemplate template) {

  private static final long SQS_DEFAULT = 345_600;
  private static final long ASYNCHRONOUS_DEFAULT = 21_600;
  private static final long KINESIS_DEFAULT_HOURS = 24;
  private static final long AN_HOUR = 3_600;
  private static final long A_DAY = 86_400;

  /** The longest way that an event can take to it, dead letters included. */
  long longest(Resource function) {
    long longest = asynchronous(function);
    for (EventSource source : EventSource.of(function)) {
      longest = Math.max(longest, of(source));
    }
    return longest;
  }

  private long of(EventSource source) {
    if (source.type().equals("SQS")) {
      return template.named(source.at("Queue"), Types.QUEUE).map(this::queue).orElse(0L);
    }
    if (source.type().equals("Kinesis")) {
      return template
          .named(source.at("Stream"), Types.STREAM)
          .map(stream -> stream(stream, source))
          .orElse(0L);
    }
    return 0;
  }

  /** A queue, the one that a pipe empties into it, and where its dead letters wait. */
  private long queue(Resource queue) {
    long before =
        template.ofType(Types.PIPE).stream()
            .filter(pipe -> Values.references(pipe.at("Target")).contains(queue.id()))
            .flatMap(pipe -> template.named(pipe.at("Source"), Types.QUEUE).stream())
            .mapToLong(Retention::kept)
            .max()
            .orElse(0);
    return before + kept(queue) + dead(queue.at("RedrivePolicy", "deadLetterTargetArn"));
  }

  private long stream(Resource stream, EventSource source) {
    long hours = Values.number(stream.at("RetentionPeriodHours"), KINESIS_DEFAULT_HOURS);
    return hours * AN_HOUR + dead(source.at("DestinationConfig", "OnFailure", "Destination"));
  }

  private long asynchronous(Resource function) {
    Node destination =
        function.at("EventInvokeConfig", "DestinationConfig", "OnFailure", "Destination");
    return destination == null
        ? 0
        : dead(destination)
            + Values.number(
                function.at("EventInvokeConfig", "MaximumEventAgeInSeconds"), ASYNCHRONOUS_DEFAULT);
  }

  /** What waits in a queue, or in a bucket, from which somebody may send it again. */
  private long dead(@Nullable Node destination) {
    Optional<Resource> bucket = template.named(destination, Types.BUCKET);
    if (bucket.isPresent()) {
      return A_DAY * expires(bucket.get());
    }
    return template.named(destination, Types.QUEUE).map(Retention::kept).orElse(0L);
  }

  private static long expires(Resource bucket) {
    return Values.many(bucket.at("LifecycleConfiguration", "Rules")).stream()
        .mapToLong(rule -> Values.number(Values.at(rule, "ExpirationInDays"), 0))
        .max()
        .orElse(0);
  }

  private static long kept(Resource queue) {
    return Values.number(queue.at("MessageRetentionPeriod"), SQS_DEFAULT);
  }
}
