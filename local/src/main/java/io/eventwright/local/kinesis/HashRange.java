package io.eventwright.local.kinesis;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The hash keys of one shard.
 *
 * @param first the lowest
 * @param last the highest, included
 */
record HashRange(BigInteger first, BigInteger last) {

  /** All hash keys, cut into that many ranges as even as can be. */
  static List<HashRange> even(int count) {
    BigInteger width = HashKeys.LAST.add(BigInteger.ONE).divide(BigInteger.valueOf(count));
    List<HashRange> ranges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      BigInteger first = width.multiply(BigInteger.valueOf(i));
      boolean end = i == count - 1;
      ranges.add(
          new HashRange(first, end ? HashKeys.LAST : first.add(width).subtract(BigInteger.ONE)));
    }
    return ranges;
  }

  boolean contains(BigInteger hashKey) {
    return hashKey.compareTo(first) >= 0 && hashKey.compareTo(last) <= 0;
  }

  boolean adjoins(HashRange other) {
    return last.add(BigInteger.ONE).equals(other.first)
        || other.last.add(BigInteger.ONE).equals(first);
  }
}
