package io.eventwright.runtime.http;

import org.jspecify.annotations.Nullable;

/**
 * The header by which a client says that two requests are one (IETF draft "The Idempotency-Key HTTP
 * Header Field", revision 06): a structured string, {@code "8e03978e-40d5"}; the same without
 * quotes is taken too, since many clients send it so.
 */
public final class IdempotencyKey {
  private static final int LONGEST = 255;

  private IdempotencyKey() {}

  /**
   * The key; null when there is none.
   *
   * @throws Problem 400 for one that is no key
   */
  public static @Nullable String of(HttpRequest request) throws Problem {
    String header = request.header("idempotency-key");
    if (header == null) {
      return null;
    }
    String key = header.trim();
    if (key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")) {
      key = key.substring(1, key.length() - 1);
    }
    if (key.isEmpty() || key.length() > LONGEST || !key.chars().allMatch(IdempotencyKey::allowed)) {
      throw Problem.of(
          400,
          "key-invalid",
          "Idempotency-Key is not valid",
          "an Idempotency-Key has 1 to 255 printable ASCII characters, no quotes and no commas");
    }
    return key;
  }

  private static boolean allowed(int character) {
    return character > ' ' && character < 0x7f && character != '"' && character != ',';
  }
}
