package io.eventwright.generator.model;

import io.eventwright.generator.diagnostic.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A read model built from events: one row per key and source subject.
 *
 * @param from events that feed it, each a subscription of its own
 * @param key path of the key within the data of every one of them
 * @param rowSchema key of the row's root schema in the schema set
 * @param file relative path of that schema
 * @param feed how events reach it
 * @param push the channel that its changes are shown on to browsers; null for none
 * @param shards over how many partitions the rows of one key are spread
 * @param sort by what the rows of one key are read; null for their source and subject
 * @param className fully qualified name of the user's class that makes rows
 */
public record ProjectionModel(
    String name,
    List<Subscription> from,
    List<String> key,
    String rowSchema,
    String file,
    Feed feed,
    @Nullable String push,
    int shards,
    @Nullable RowSort sort,
    String className,
    SourceLocation location) {
  public ProjectionModel {
    from = List.copyOf(from);
    key = List.copyOf(key);
  }
}
