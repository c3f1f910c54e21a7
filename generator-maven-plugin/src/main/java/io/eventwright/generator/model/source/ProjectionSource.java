package io.eventwright.generator.model.source;

import io.eventwright.generator.model.RowSort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A projection.
 *
 * @param name kebab case
 * @param from events that feed it
 * @param key path of the key within the data of every one of them
 * @param row file of the row's schema, relative to the folder of {@code system.yaml}
 * @param feed how events reach it
 * @param push the channel that its changes are shown on; null for none
 * @param shards over how many partitions the rows of one key are spread
 * @param sort by what the rows of one key are read; null for their source and subject
 * @param className fully qualified name of the user's class
 */
public record ProjectionSource(
    Located<String> name,
    List<Located<EventSelection>> from,
    Located<List<String>> key,
    Located<String> row,
    FeedSource feed,
    @Nullable Located<String> push,
    Located<Integer> shards,
    @Nullable Located<RowSort> sort,
    Located<String> className) {

  /** Keeps the list immutable. */
  public ProjectionSource {
    from = List.copyOf(from);
  }
}
