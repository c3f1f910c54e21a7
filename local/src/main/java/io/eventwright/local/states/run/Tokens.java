package io.eventwright.local.states.run;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Task tokens: long, random, recognisable, and of one state machine. */
public final class Tokens {
  private static final byte[] MARK = {0, 0, 0, 42};
  private static final int LENGTH = 64;

  private Tokens() {}

  static String next(RandomGenerator random, String machine) {
    byte[] drawn = new byte[MARK.length + LENGTH];
    random.nextBytes(drawn);
    System.arraycopy(MARK, 0, drawn, 0, MARK.length);
    byte[] name = machine.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(drawn, drawn.length + name.length);
    System.arraycopy(name, 0, bytes, drawn.length, name.length);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Whether the text could be a token that was once handed out. */
  public static boolean isToken(String text) {
    return bytes(text).length > 0;
  }

  /** The ARN of the state machine that a token is of; empty for what is none. */
  public static String machine(String text) {
    byte[] bytes = bytes(text);
    return bytes.length == 0
        ? ""
        : new String(
            bytes,
            MARK.length + LENGTH,
            bytes.length - MARK.length - LENGTH,
            StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      boolean ours =
          bytes.length >= MARK.length + LENGTH
              && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
      return ours ? bytes : new byte[0];
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }
}
