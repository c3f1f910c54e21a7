package io.eventwright.generator.load.schema;

import java.nio.charset.StandardCharsets;

/**
 * One schema document as it comes from outside.
 *
 * @param file path relative to the root of the input; diagnostics name it, and its ending tells
 *     JSON from YAML
 * @param uri what relative references in it are resolved against when it has no {@code $id}
 * @param content the bytes of the file; owned by this value
 */
public record SchemaSource(String file, String uri, byte[] content) {

  /** A file among others: references find it by its path. */
  public static SchemaSource ofFile(String file, byte[] content) {
    return new SchemaSource(file, UriReference.ofPath(file), content);
  }

  /** The same from text. */
  public static SchemaSource ofText(String file, String content) {
    return ofFile(file, content.getBytes(StandardCharsets.UTF_8));
  }
}
