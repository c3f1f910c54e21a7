package io.eventwright.generator.infer;

import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import java.util.List;

/**
 * Bounds of whole numbers that say how many digits there can be, not what was seen: those up to
 * which every reader of JSON is exact (RFC 8259, section 6), else those of 64 bits, else none. A
 * number within either becomes a {@code long} in Java.
 */
final class WholeNumberBounds {

  private static final long EXACT = 9_007_199_254_740_991L;

  private WholeNumberBounds() {}

  static void put(List<JsonNumber> numbers, JsonObject.Builder schema) {
    if (numbers.stream().allMatch(n -> n.compareTo(-EXACT) >= 0 && n.compareTo(EXACT) <= 0)) {
      put(-EXACT, EXACT, schema);
    } else if (numbers.stream().allMatch(JsonNumber::fitsLong)) {
      put(Long.MIN_VALUE, Long.MAX_VALUE, schema);
    }
  }

  private static void put(long least, long most, JsonObject.Builder schema) {
    schema.put("minimum", JsonNumber.of(least)).put("maximum", JsonNumber.of(most));
  }
}
