package io.eventwright.runtime.relay;

import static io.eventwright.runtime.store.Attributes.requiredText;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.log.VersionRowItem;
import io.eventwright.runtime.store.Timestamps;
import io.eventwright.runtime.time.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Publishes what the stream's doorbell missed: reads, shard by shard, the index of versions with
 * events from its mark on, and has the relay look at each entity that it meets. Nothing is lost,
 * however long nobody rang.
 */
public final class Sweeper {
  private static final String INDEX = "outbox";

  /**
   * Clocks differ, transactions take their time, and the index follows the table a little later.
   */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private final DynamoDbClient dynamoDb;
  private final String logTable;
  private final SweepMark mark;
  private final BiFunction<String, Deadline, Relay.Result> relay;
  private final Clock clock;
  private final Duration settled;

  /**
   * A sweeper.
   *
   * @param relay publishes one entity's events, and throws nothing
   * @param settled versions younger than this are left to the doorbell, so that the two seldom meet
   */
  public Sweeper(
      DynamoDbClient dynamoDb,
      String logTable,
      String controlTable,
      BiFunction<String, Deadline, Relay.Result> relay,
      Clock clock,
      Duration settled) {
    this.dynamoDb = dynamoDb;
    this.logTable = logTable;
    this.mark = new SweepMark(dynamoDb, controlTable);
    this.relay = relay;
    this.clock = clock;
    this.settled = settled;
  }

  /**
   * What a sweep did.
   *
   * @param entities looked at
   * @param published events that the doorbell had missed
   * @param aside events that the bus will never take
   * @param complete whether every shard was read to its end and nothing is left to publish
   * @param behind how old the oldest version is of which something is left to publish; zero when
   *     nothing is
   */
  public record Result(int entities, int published, int aside, boolean complete, Duration behind) {}

  /** Sweeps all shards, as far as time allows; the next sweep goes on from there. */
  public Result sweep(Deadline deadline) {
    Sweep sweep = new Sweep(deadline, Timestamps.now(clock).minus(settled));
    for (int shard = 0; shard < VersionRowItem.SHARDS; shard++) {
      Optional<Instant> from = mark.read(shard);
      if (from.isEmpty()) {
        // The very first sweep does not know where to begin, and reads the whole index.
        sweep.all();
        break;
      }
      sweep.shard(shard, from.get().minus(OVERLAP));
    }
    Duration behind =
        sweep.complete ? Duration.ZERO : Duration.between(sweep.oldest, clock.instant());
    return new Result(sweep.seen.size(), sweep.published, sweep.aside, sweep.complete, behind);
  }

  /** One sweep's way through the index. */
  private final class Sweep {
    private final Deadline deadline;
    private final Instant end;
    private final Map<String, Boolean> seen = new HashMap<>();
    private int published;
    private int aside;
    private boolean complete = true;
    private Instant oldest;

    Sweep(Deadline deadline, Instant end) {
      this.deadline = deadline;
      this.end = end;
      this.oldest = end;
    }

    void shard(int shard, Instant from) {
      Instant reached = end;
      Instant hour = from.truncatedTo(ChronoUnit.HOURS);
      for (; !hour.isAfter(end) && reached.equals(end); hour = hour.plus(1, ChronoUnit.HOURS)) {
        reached = publish(keys(VersionRowItem.bucket(hour, shard), from));
      }
      mark.advance(shard, reached);
    }

    void all() {
      var keys =
          dynamoDb.scanPaginator(request -> request.tableName(logTable).indexName(INDEX)).items();
      if (publish(keys).equals(end)) {
        for (int shard = 0; shard < VersionRowItem.SHARDS; shard++) {
          mark.advance(shard, end);
        }
      }
    }

    private Iterable<Map<String, AttributeValue>> keys(String bucket, Instant from) {
      Map<String, AttributeValue> values =
          Map.of(
              ":bucket", text(bucket),
              ":from", text(Timestamps.text(from)),
              ":end", text(Timestamps.text(end)));
      return dynamoDb
          .queryPaginator(
              request ->
                  request
                      .tableName(logTable)
                      .indexName(INDEX)
                      .keyConditionExpression("#outbox = :bucket AND #at BETWEEN :from AND :end")
                      .expressionAttributeNames(Map.of("#outbox", "outbox", "#at", "at"))
                      .expressionAttributeValues(values))
          .items();
    }

    /** The first time at which something is left to publish; the end when nothing is. */
    private Instant publish(Iterable<Map<String, AttributeValue>> keys) {
      Instant reached = end;
      for (Map<String, AttributeValue> key : keys) {
        Instant at = Instant.parse(requiredText(key, "at"));
        if (at.isAfter(end)) {
          continue;
        }
        boolean inTime = deadline.allows(1);
        if (!inTime || !seen.computeIfAbsent(requiredText(key, "pk"), this::publish)) {
          complete = false;
          reached = at.isBefore(reached) ? at : reached;
          oldest = at.isBefore(oldest) ? at : oldest;
        }
        if (!inTime) {
          break;
        }
      }
      return reached;
    }

    private boolean publish(String partition) {
      Relay.Result result = relay.apply(partition, deadline);
      published += result.published();
      aside += result.aside();
      return result.complete();
    }
  }
}
