package io.eventwright.local.states.run;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Task tokens: long, random, and recognisable. */
public final class Tokens {
  private static final byte[] MARK = {0, 0, 0, 42};
  private static final int LENGTH = 64;

  private Tokens() {}

  static String next(RandomGenerator random) {
    byte[] bytes = new byte[MARK.length + LENGTH];
    random.nextBytes(bytes);
    System.arraycopy(MARK, 0, bytes, 0, MARK.length);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Whether the text could be a token that was once handed out. */
  public static boolean isToken(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return bytes.length == MARK.length + LENGTH
          && java.util.Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
