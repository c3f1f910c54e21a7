package io.eventwright.local.operate.lookup;

import static io.eventwright.runtime.store.Attributes.requiredText;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.log.VersionRow;
import io.eventwright.runtime.log.VersionRowItem;
import io.eventwright.runtime.store.Timestamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * The versions of all entities that publish something, in the order of their time: the index that
 * the relay sweeps, an hour and a shard at a time. It follows the log a moment later.
 *
 * @param tables where the log is
 * @param table its name
 */
record LogIndex(DynamoDbClient tables, String table) {
  private static final String INDEX = "outbox";

  /** So many rows DynamoDB gives at once. */
  static final int BATCH = 100;

  /**
   * One version, by its keys alone.
   *
   * @param at when it was decided, as the row has it
   * @param partition of the entity
   * @param sort of the version
   */
  record Entry(String at, String partition, String sort) implements Comparable<Entry> {
    private static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::at).thenComparing(Entry::partition).thenComparing(Entry::sort);

    @Override
    public int compareTo(Entry other) {
      return ORDER.compare(this, other);
    }

    Map<String, AttributeValue> key() {
      return Map.of("pk", text(partition), "sk", text(sort));
    }
  }

  /**
   * The entries of one hour's bucket within a time, sorted.
   *
   * @param hour any time within it
   * @param newestFirst the order
   */
  Iterator<Entry> hour(Instant hour, Instant from, Instant to, boolean newestFirst) {
    // All shards are asked at once, since most of the time is the way there and back.
    List<Iterator<Entry>> shards =
        IntStream.range(0, VersionRowItem.SHARDS)
            .parallel()
            .mapToObj(shard -> shard(VersionRowItem.bucket(hour, shard), from, to, newestFirst))
            .toList();
    return new SortedMerge<>(
        shards, newestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder());
  }

  private Iterator<Entry> shard(String bucket, Instant from, Instant to, boolean newestFirst) {
    Map<String, AttributeValue> values =
        Map.of(
            ":bucket", text(bucket),
            ":from", text(Timestamps.text(from)),
            ":to", text(Timestamps.text(to)));
    Iterator<Map<String, AttributeValue>> items =
        tables
            .queryPaginator(
                query ->
                    query
                        .tableName(table)
                        .indexName(INDEX)
                        .keyConditionExpression("#outbox = :bucket AND #at BETWEEN :from AND :to")
                        .expressionAttributeNames(Map.of("#outbox", "outbox", "#at", "at"))
                        .expressionAttributeValues(values)
                        .scanIndexForward(!newestFirst))
            .items()
            .iterator();
    items.hasNext();
    return new SameTimeSorted(items, newestFirst);
  }

  /** Whole rows by their keys; one that is gone is left out. */
  Map<Entry, VersionRow> rows(List<Entry> entries) {
    Map<Entry, VersionRow> rows = new HashMap<>();
    List<Map<String, AttributeValue>> wanted =
        new ArrayList<>(entries.stream().map(Entry::key).toList());
    for (int tries = 0; !wanted.isEmpty(); tries++) {
      if (tries > 0) {
        pause(tries);
      }
      List<Map<String, AttributeValue>> keys = List.copyOf(wanted);
      BatchGetItemResponse answer =
          tables.batchGetItem(
              get ->
                  get.requestItems(
                      Map.of(
                          table,
                          KeysAndAttributes.builder().keys(keys).consistentRead(true).build())));
      for (Map<String, AttributeValue> item : answer.responses().getOrDefault(table, List.of())) {
        VersionRow row = VersionRowItem.read(item);
        rows.put(
            new Entry(
                Timestamps.text(row.at()), requiredText(item, "pk"), requiredText(item, "sk")),
            row);
      }
      KeysAndAttributes left = answer.unprocessedKeys().get(table);
      wanted = left == null ? List.of() : left.keys();
    }
    return rows;
  }

  /** The table answers with a part when it is busy. */
  private static void pause(int tries) {
    try {
      Thread.sleep(Math.min(5_000, 100L << Math.min(tries, 6)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
