package io.eventwright.runtime.projection;

import static io.eventwright.runtime.store.Attributes.requiredText;
import static io.eventwright.runtime.store.Attributes.text;

import io.eventwright.runtime.event.CodecText;
import io.eventwright.runtime.seal.Seals;
import io.eventwright.runtime.store.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * Reads one read model; generated classes stand on it. Rows are written some time after their
 * event; {@link ProjectionRow#version()} tells how far one has come.
 *
 * @param <R> the row's record
 */
public final class ProjectionReader<R> {
  private final ProjectionType<R> type;
  private final DynamoDbClient dynamoDb;
  private final String table;
  private final Layouts layouts;
  private final Seals seals;

  /**
   * A reader.
   *
   * @param table the views table's name
   * @param layouts knows what is live
   * @param seals opens what is sensitive
   */
  public ProjectionReader(
      ProjectionType<R> type, DynamoDbClient dynamoDb, String table, Layouts layouts, Seals seals) {
    this.layouts = layouts;
    this.seals = seals;
    this.type = type;
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /**
   * The rows of a key, page by page, of all its shards: sorted as the read model says, else ordered
   * by source and subject. Every shard is asked.
   *
   * @param after null for the first page; else the {@code next} of the page before
   * @param limit rows at most, from 1
   */
  public Page<ProjectionRow<R>> rows(String key, @Nullable String after, int limit) {
    Generation live = layouts.toRead(type).live();
    // A release that sorts no longer may not read the index either.
    RowOrder order = type.order() == null ? null : live.order();
    // A little more than its share, since shares are not alike; and one to know whether it ends.
    int share = live.shards() == 1 ? limit + 1 : Math.min(limit + 1, limit / live.shards() + 8);
    List<ShardRows> shards = new ArrayList<>();
    for (int shard = 0; shard < live.shards(); shard++) {
      String partition = live.partition(type.name(), shard, key);
      shards.add(new ShardRows(dynamoDb, table, partition, order, after, share));
    }
    Page<Map<String, AttributeValue>> page =
        Merge.page(shards, order != null && order.descending(), limit);
    return new Page<>(page.items().stream().map(item -> row(key, item)).toList(), page.next());
  }

  /** What one source subject says under a key. */
  public Optional<ProjectionRow<R>> row(String key, String source, String subject) {
    String sort = Generation.sort(source, subject);
    String partition = layouts.toRead(type).live().partition(type.name(), key, sort);
    GetItemResponse answer =
        dynamoDb.getItem(
            request ->
                request
                    .tableName(table)
                    .key(Map.of("pk", text(partition), "sk", text(sort)))
                    .consistentRead(true));
    return answer.hasItem() ? Optional.of(row(key, answer.item())) : Optional.empty();
  }

  /** Asks again which rows are live: for who waits for one that is not there yet. */
  public void refresh() {
    layouts.forget(type);
  }

  private ProjectionRow<R> row(String key, Map<String, AttributeValue> item) {
    return new ProjectionRow<>(
        key,
        requiredText(item, "source"),
        requiredText(item, "subject"),
        requiredText(item, "version"),
        Instant.parse(requiredText(item, "at")),
        CodecText.readBack(
            type.codec(), seals.open(type.sealing(), type.sealed(), requiredText(item, "row"))));
  }
}
