package io.eventwright.runtime.json.format;

import io.eventwright.runtime.json.JsonNumber;

/** OpenAPI's formats of numbers. */
public final class NumberFormats {

  private NumberFormats() {}

  /** {@code int32}: a whole number that fits 32 bits. */
  public static boolean isInt32(JsonNumber number) {
    return number.isInteger()
        && number.compareTo(Integer.MIN_VALUE) >= 0
        && number.compareTo(Integer.MAX_VALUE) <= 0;
  }

  /** {@code int64}: a whole number that fits 64 bits. */
  public static boolean isInt64(JsonNumber number) {
    return number.fitsLong();
  }
}
