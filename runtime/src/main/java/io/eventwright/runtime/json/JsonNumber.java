package io.eventwright.runtime.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A number of any size and precision, as it was written. A whole number that fits is held as a
 * {@code long}; anything else keeps its text, and is worked out only when someone asks.
 */
public final class JsonNumber implements JsonValue, Comparable<JsonNumber> {

  private final long small;
  private final @Nullable String text;
  // A race only works the same value out twice.
  private @Nullable BigDecimal decimal;

  private JsonNumber(long small, @Nullable String text) {
    this.small = small;
    this.text = text;
  }

  /** A whole number. */
  public static JsonNumber of(long value) {
    return new JsonNumber(value, null);
  }

  /** A decimal number; written as {@link BigDecimal#toString()} says. */
  public static JsonNumber of(BigDecimal value) {
    return ofText(value.toString());
  }

  /**
   * A number as written in JSON.
   *
   * @throws NumberFormatException when it is no number, or its exponent does not fit an int
   */
  public static JsonNumber ofText(String text) {
    int length = text.length();
    if (length <= 18 && isWhole(text) && !text.equals("-0")) {
      return of(Long.parseLong(text));
    }
    JsonNumber number = new JsonNumber(0, text);
    number.decimalValue();
    return number;
  }

  /** A number whose text a JSON parser has already found good. */
  static JsonNumber ofParsed(String text) {
    return new JsonNumber(0, text);
  }

  private static boolean isWhole(String text) {
    for (int i = text.charAt(0) == '-' && text.length() > 1 ? 1 : 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The exact value. */
  public BigDecimal decimalValue() {
    if (text == null) {
      return BigDecimal.valueOf(small);
    }
    BigDecimal known = decimal;
    if (known == null) {
      known = new BigDecimal(text);
      decimal = known;
    }
    return known;
  }

  /** Whether the number has no fraction: {@code 1.0} and {@code 1e3} have none. */
  public boolean isInteger() {
    if (text == null) {
      return true;
    }
    BigDecimal value = decimalValue();
    return value.signum() == 0 || value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0;
  }

  /**
   * Whether the number is written without fraction and exponent, which draft 4 asks of integers.
   */
  public boolean isWrittenAsInteger() {
    return text == null || isWhole(text);
  }

  /** Whether {@link #longValue()} gives the exact value. */
  public boolean fitsLong() {
    if (text == null) {
      return true;
    }
    BigDecimal value = decimalValue();
    if (!isInteger() || value.precision() - value.scale() > 19) {
      return false;
    }
    return value.toBigInteger().bitLength() < Long.SIZE;
  }

  /**
   * The value as a {@code long}.
   *
   * @throws ArithmeticException when it does not fit
   */
  public long longValue() {
    if (text == null) {
      return small;
    }
    if (!fitsLong()) {
      throw new ArithmeticException("no long: " + text);
    }
    return decimalValue().longValueExact();
  }

  /** The nearest double, infinite when there is none. */
  public double doubleValue() {
    return text == null ? small : Double.parseDouble(text);
  }

  @Override
  public int compareTo(JsonNumber other) {
    return text == null && other.text == null
        ? Long.compare(small, other.small)
        : decimalValue().compareTo(other.decimalValue());
  }

  /** Compares with a whole number. */
  public int compareTo(long other) {
    return text == null
        ? Long.compare(small, other)
        : decimalValue().compareTo(BigDecimal.valueOf(other));
  }

  /** Compares with a decimal number. */
  public int compareTo(BigDecimal other) {
    return decimalValue().compareTo(other);
  }

  /** Whether the number is a whole multiple of {@code divisor}, which is above zero. Exact. */
  public boolean isMultipleOf(BigDecimal divisor) {
    BigDecimal value = decimalValue();
    if (value.signum() == 0) {
      return true;
    }
    BigInteger digits = value.unscaledValue();
    BigInteger unit = divisor.unscaledValue();
    long shift = (long) divisor.scale() - value.scale();
    if (shift >= 0) {
      // digits * 10^shift mod unit, without ever writing out the power.
      return digits
              .mod(unit)
              .multiply(BigInteger.TEN.modPow(BigInteger.valueOf(shift), unit))
              .mod(unit)
              .signum()
          == 0;
    }
    // Then unit * 10^-shift must divide the digits, and so may not have more of them.
    return -shift <= digits.bitLength()
        && digits.mod(unit.multiply(BigInteger.TEN.pow((int) -shift))).signum() == 0;
  }

  /** Whether the number is a whole multiple of {@code divisor}, which is above zero. */
  public boolean isMultipleOf(long divisor) {
    return text == null ? small % divisor == 0 : isMultipleOf(BigDecimal.valueOf(divisor));
  }

  @Override
  public String typeName() {
    return "number";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonNumber number && compareTo(number) == 0;
  }

  @Override
  public int hashCode() {
    return fitsLong() ? Long.hashCode(longValue()) : decimalValue().stripTrailingZeros().hashCode();
  }

  /** The number as it was written. */
  @Override
  public String toString() {
    return text == null ? Long.toString(small) : text;
  }
}
