package io.eventwright.runtime.store;

/** How keys are put together from parts that may hold the sign that parts are separated by. */
public final class Keys {
  /** Digits of a version or sequence: those of the largest long. */
  public static final int VERSION_DIGITS = 19;

  private Keys() {}

  /**
   * Parts joined by {@code #}; all but the last are escaped, so that different parts give different
   * keys.
   */
  public static String join(String... parts) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        key.append('#');
      }
      key.append(i == parts.length - 1 ? parts[i] : escaped(parts[i]));
    }
    return key.toString();
  }

  /** A version or sequence as text that sorts as the number does. */
  public static String padded(long version) {
    if (version < 0) {
      throw new IllegalArgumentException("no version is below zero: " + version);
    }
    String digits = Long.toString(version);
    return "0".repeat(VERSION_DIGITS - digits.length()) + digits;
  }

  private static String escaped(String part) {
    if (part.indexOf('#') < 0 && part.indexOf('%') < 0) {
      return part;
    }
    return part.replace("%", "%25").replace("#", "%23");
  }
}
