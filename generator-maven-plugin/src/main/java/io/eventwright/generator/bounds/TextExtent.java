package io.eventwright.generator.bounds;

/**
 * How long a text can be, and how much room one of its characters takes.
 *
 * @param bytes of the whole text as JSON without its quotes, {@link #NO_BOUND} when it has no end
 * @param width bytes of one character, at most {@link #WIDEST}
 */
record TextExtent(long bytes, int width) {

  static final long NO_BOUND = Long.MAX_VALUE;

  /** A control character is escaped with six bytes; no other takes more than four. */
  static final int WIDEST = 6;

  /** Of which nothing is known. */
  static final TextExtent ANY = new TextExtent(NO_BOUND, WIDEST);

  /** Both hold. */
  TextExtent and(TextExtent other) {
    return new TextExtent(Math.min(bytes, other.bytes), Math.min(width, other.width));
  }

  /** One of the two holds. */
  TextExtent or(TextExtent other) {
    return new TextExtent(Math.max(bytes, other.bytes), Math.max(width, other.width));
  }

  /** One after the other. */
  TextExtent then(TextExtent other) {
    return new TextExtent(plus(bytes, other.bytes), Math.max(width, other.width));
  }

  TextExtent times(long most) {
    long all = bytes == 0 || most == 0 ? 0 : most > NO_BOUND / bytes ? NO_BOUND : most * bytes;
    return new TextExtent(all, width);
  }

  private static long plus(long one, long other) {
    return one > NO_BOUND - other ? NO_BOUND : one + other;
  }

  /** One character from a range, both ends included. */
  static TextExtent ofRange(int first, int last) {
    int widest = Math.max(width(first), width(last));
    for (int c = first; c <= Math.min(last, '\\'); c++) {
      widest = Math.max(widest, width(c));
    }
    return new TextExtent(widest, widest);
  }

  private static int width(int character) {
    // Half of a character stands for one that is not known here.
    if (character < ' ' || character >= 0xD800 && character <= 0xDFFF) {
      return WIDEST;
    }
    if (character == '"' || character == '\\') {
      return 2;
    }
    return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
  }
}
