package io.eventwright.runtime.json;

/**
 * How much one document may hold. What goes beyond is refused with its offset, before it costs more
 * than a small multiple of its own size.
 *
 * @param maxBytes bytes of the whole document, or UTF-16 units when it comes as a string
 * @param maxDepth objects and arrays inside one another
 * @param maxStringLength UTF-16 units of one string
 * @param maxNameLength UTF-16 units of one member's name
 * @param maxNumberLength characters of one number
 * @param maxExponent how far from zero a number's exponent may be: a number is worked out exactly,
 *     so {@code 1e999999999} would cost a gigabyte
 */
public record JsonLimits(
    int maxBytes,
    int maxDepth,
    int maxStringLength,
    int maxNameLength,
    int maxNumberLength,
    int maxExponent) {

  /** Safe for what comes from outside: 8 MiB, 256 levels, numbers of 1,000 digits. */
  public static final JsonLimits DEFAULT =
      new JsonLimits(8 * 1024 * 1024, 256, 8 * 1024 * 1024, 16 * 1024, 1_000, 10_000);

  /** Refuses limits that nothing could keep. */
  public JsonLimits {
    if (maxBytes < 1
        || maxDepth < 1
        || maxStringLength < 1
        || maxNameLength < 1
        || maxNumberLength < 1
        || maxExponent < 0) {
      throw new IllegalArgumentException("a limit must be above zero");
    }
  }

  /** The same with another size of the whole. */
  public JsonLimits withMaxBytes(int bytes) {
    return new JsonLimits(
        bytes, maxDepth, maxStringLength, maxNameLength, maxNumberLength, maxExponent);
  }

  /** The same with another depth. */
  public JsonLimits withMaxDepth(int depth) {
    return new JsonLimits(
        maxBytes, depth, maxStringLength, maxNameLength, maxNumberLength, maxExponent);
  }
}
