package io.eventwright.runtime.push;

import io.eventwright.runtime.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a key's channel is called. A segment of a channel has 1 to 50 letters, digits and dashes, a
 * dash neither first nor last (AWS AppSync Events, "Understanding channels"); a key may be any
 * text.
 */
public final class Channels {
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,48}[A-Za-z0-9])?");
  private static final String HASHED = "x-";
  private static final int DIGITS = 40;

  private Channels() {}

  /**
   * The channel of a key: the key itself where it can be, else {@code x-} and the beginning of its
   * SHA-256.
   */
  public static String of(String namespace, String key) {
    return "/" + namespace + "/" + segment(key);
  }

  private static String segment(String key) {
    return PLAIN.matcher(key).matches() && !key.startsWith(HASHED)
        ? key
        : HASHED + Sha256.hex(key.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }
}
