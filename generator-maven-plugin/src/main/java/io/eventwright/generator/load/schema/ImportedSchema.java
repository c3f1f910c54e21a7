package io.eventwright.generator.load.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A schema of someone else's that is to lie among the schemas of a system.
 *
 * @param source the file that the user has; diagnostics name it
 * @param id the absolute URI that references find it by, without fragment, in printable ASCII
 * @param fileName what it is called from now on
 * @param content its bytes; owned by this value
 */
public record ImportedSchema(String source, String id, String fileName, byte[] content) {

  private static final int LONGEST_NAME = 120;
  private static final int HASH_LENGTH = 16;

  /**
   * A file name that says the id and can be written anywhere. It begins with the scheme, so that it
   * is never hidden and never looks like the version of an event, and it is one name, no path.
   *
   * @param ending of the file, with its dot
   */
  static String fileName(String id, String ending) {
    String name =
        id.replaceFirst("(?i)(\\.schema)?\\.(json|ya?ml)$", "")
            .replaceAll("[:/]+", "_")
            .replaceAll("[^A-Za-z0-9._-]", "-");
    if (name.length() > LONGEST_NAME) {
      name = name.substring(0, LONGEST_NAME - HASH_LENGTH - 1) + "-" + hash(id);
    }
    return name + ending;
  }

  private static String hash(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
