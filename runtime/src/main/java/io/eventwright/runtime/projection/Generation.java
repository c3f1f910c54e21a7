package io.eventwright.runtime.projection;

import io.eventwright.runtime.hash.Sha256;
import io.eventwright.runtime.store.Keys;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One whole set of a read model's rows, as it was laid out when it was begun. Numbers are never
 * used again, so what a straggler writes into one that is gone is met by nobody.
 *
 * @param number from 1 on
 * @param shards over how many partitions the rows of one key are spread, from 1 on
 * @param order by what rows are sorted when they are read; null for their source and subject
 */
public record Generation(long number, int shards, @Nullable RowOrder order) {
  public Generation {
    if (number < 1 || shards < 1) {
      throw new IllegalArgumentException("generation " + number + " in " + shards + " shards");
    }
  }

  /** What all partition keys of this generation begin with. */
  public String prefix(String projection) {
    return Keys.join(projection, Long.toString(number), "");
  }

  String partition(String projection, int shard, String key) {
    return Keys.join(projection, Long.toString(number), Integer.toString(shard), key);
  }

  /** Where a row is: the same in every instance, and for as long as the generation is there. */
  String partition(String projection, String key, String sort) {
    return partition(projection, shard(sort), key);
  }

  int shard(String sort) {
    if (shards == 1) {
      return 0;
    }
    String hash = Sha256.hex(sort.getBytes(StandardCharsets.UTF_8));
    return (int) (Long.parseLong(hash.substring(0, 8), 16) % shards);
  }

  static String sort(String source, String subject) {
    return Keys.join(source, subject);
  }
}
