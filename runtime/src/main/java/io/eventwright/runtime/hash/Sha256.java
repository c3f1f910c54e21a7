package io.eventwright.runtime.hash;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** SHA-256, which every JVM has. */
public final class Sha256 {
  private static final HexFormat HEX = HexFormat.of();

  private Sha256() {}

  /** 64 lower-case hexadecimal digits. */
  public static String hex(byte[] content) {
    return HEX.formatHex(digest(content));
  }

  /**
   * An identifier that is the same for the same parts, and different for different ones: a UUID of
   * version 8 (RFC 9562), filled from the hash.
   */
  public static String uuid(String... parts) {
    StringBuilder content = new StringBuilder();
    for (String part : parts) {
      content.append(part.length()).append(':').append(part);
    }
    ByteBuffer bytes = ByteBuffer.wrap(digest(content.toString().getBytes(StandardCharsets.UTF_8)));
    long high = bytes.getLong() & ~0xF000L | 0x8000L;
    long low = bytes.getLong() & ~(3L << 62) | 2L << 62;
    return new UUID(high, low).toString();
  }

  private static byte[] digest(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("a JVM without SHA-256", e);
    }
  }
}
