package io.eventwright.runtime.projection;

import io.eventwright.runtime.event.Codec;
import io.eventwright.runtime.json.Validator;
import io.eventwright.runtime.seal.Sealing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of read model.
 *
 * @param name such as {@code purchase-history}
 * @param codec of its rows
 * @param validator of its rows; a row that does not hold is not written
 * @param sealing what of its rows is sealed; null for nothing
 * @param shards over how many partitions the rows of one key are spread
 * @param order by what the rows of a key are sorted; null for their source and subject
 * @param <R> the row's record
 */
public record ProjectionType<R>(
    String name,
    Codec<R> codec,
    Validator validator,
    @Nullable Sealing sealing,
    int shards,
    @Nullable RowOrder order) {

  /** Of which nothing is sealed, in one partition a key, sorted by source and subject. */
  public ProjectionType(String name, Codec<R> codec, Validator validator) {
    this(name, codec, validator, null);
  }

  /** In one partition a key, sorted by source and subject. */
  public ProjectionType(
      String name, Codec<R> codec, Validator validator, @Nullable Sealing sealing) {
    this(name, codec, validator, sealing, 1, null);
  }

  /** What its sealed texts are bound to. */
  public String sealed() {
    return "projection:" + name;
  }

  /** The same with the rows of one key in several partitions. */
  public ProjectionType<R> sharded(int partitions) {
    return new ProjectionType<>(name, codec, validator, sealing, partitions, order);
  }

  /** The same, read with the smallest of a field first. */
  public ProjectionType<R> ascendingBy(String... path) {
    return orderedBy(new RowOrder(List.of(path), false));
  }

  /** The same, read with the largest of a field first. */
  public ProjectionType<R> descendingBy(String... path) {
    return orderedBy(new RowOrder(List.of(path), true));
  }

  private ProjectionType<R> orderedBy(RowOrder by) {
    return new ProjectionType<>(name, codec, validator, sealing, shards, by);
  }
}
