package io.eventwright.runtime.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A sealed value as text: {@code sealed:1:<key id>:<base64url>}. AES-256-GCM (NIST SP 800-38D) by
 * the JDK, with a nonce made of the content and its place (HMAC-SHA256, cut to 96 bits): the same
 * value in the same place of the same person is the same text, so that a decision that is made
 * again is the same row and a payload that comes again has the same hash. Another value has another
 * nonce. Place and key id are authenticated: a sealed text works nowhere else.
 *
 * @param keyId of the key that opens it
 * @param content nonce, ciphertext and tag
 */
record SealedText(String keyId, byte[] content) {
  private static final String PREFIX = "sealed:1:";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  /** What stands where a person's data would, who is forgotten already. */
  static final String FORGOTTEN = PREFIX + "forgotten:";

  /** Reads one; null for a text that is none. */
  static @Nullable SealedText of(String text) {
    if (!text.startsWith(PREFIX)) {
      return null;
    }
    int colon = text.lastIndexOf(':');
    try {
      return colon < PREFIX.length()
          ? null
          : new SealedText(
              text.substring(PREFIX.length(), colon),
              Base64.getUrlDecoder().decode(text.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static SealedText seal(byte[] key, String keyId, String place, String value) {
    byte[] bound = bound(keyId, place);
    byte[] plain = value.getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = mac(derived(key, "nonce"));
      mac.update(bound);
      byte[] nonce = Arrays.copyOf(mac.doFinal(plain), NONCE);
      byte[] cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(plain);
      byte[] content = Arrays.copyOf(nonce, NONCE + cipher.length);
      System.arraycopy(cipher, 0, content, NONCE, cipher.length);
      return new SealedText(keyId, content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a JVM without AES-GCM", e);
    }
  }

  /** The value; null when it was not sealed so, by that key, for that place. */
  @Nullable String open(byte[] key, String place) {
    if (content.length < NONCE + TAG_BITS / 8) {
      return null;
    }
    try {
      byte[] nonce = Arrays.copyOf(content, NONCE);
      return new String(
          cipher(Cipher.DECRYPT_MODE, key, nonce, bound(keyId, place))
              .doFinal(content, NONCE, content.length - NONCE),
          StandardCharsets.UTF_8);
    } catch (AEADBadTagException e) {
      return null;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a JVM without AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] bound)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(derived(key, "seal"), "AES"),
        new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bound);
    return cipher;
  }

  /** Lengths first, so that two parts cannot be read as two others. */
  private static byte[] bound(String keyId, String place) {
    return (keyId.length() + ":" + keyId + place.length() + ":" + place)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** One key for each use. */
  private static byte[] derived(byte[] key, String use) throws GeneralSecurityException {
    return mac(key).doFinal(use.getBytes(StandardCharsets.UTF_8));
  }

  private static Mac mac(byte[] key) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac;
  }

  @Override
  public String toString() {
    return PREFIX + keyId + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedText that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }
}
