package io.eventwright.local.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * An object.
 *
 * @param content its bytes
 * @param etag without quotes
 * @param contentType as it was put
 * @param metadata headers {@code x-amz-meta-*}, as they were put
 * @param at when it was put
 */
record StoredObject(
    byte[] content, String etag, String contentType, Map<String, String> metadata, Instant at) {

  StoredObject {
    metadata = Map.copyOf(metadata);
  }

  static String md5(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
