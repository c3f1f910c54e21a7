package io.eventwright.generator.load.document;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document by what its name says it is: YAML for {@code .yaml} and {@code .yml}, else JSON.
 */
public final class Documents {

  private Documents() {}

  /**
   * Reads one document.
   *
   * @param file the path that diagnostics name
   * @param bytes its content, UTF-8
   * @return the document; whatever could be read beside the errors found
   */
  public static Checked<Node> read(String file, byte[] bytes) {
    Diagnostics found = new Diagnostics();
    String text = decode(file, bytes, found);
    if (text == null) {
      return Checked.failed(found);
    }
    Node root =
        isYaml(file) ? YamlDocument.read(file, text, found) : JsonDocument.read(file, text, found);
    return root == null ? Checked.failed(found) : Checked.of(root, found);
  }

  /**
   * Reads a CloudFormation template in YAML, with its short forms written out: {@code !Ref X} is
   * the object {@code Ref: X}.
   *
   * @param file the path that diagnostics name
   * @param text its content
   */
  public static Checked<Node> readTemplate(String file, String text) {
    Diagnostics found = new Diagnostics();
    Node root = YamlDocument.readTemplate(file, text, found);
    return root == null ? Checked.failed(found) : Checked.of(root, found);
  }

  private static boolean isYaml(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml");
  }

  private static @Nullable String decode(String file, byte[] bytes, Diagnostics found) {
    SourceLocation start = SourceLocation.ofFile(file);
    if (bytes.length > DocumentLimits.MAX_LENGTH) {
      found.error(
          start,
          "document-too-large",
          "The file has "
              + bytes.length
              + " bytes; at most "
              + DocumentLimits.MAX_LENGTH
              + " are read.");
      return null;
    }
    // Editors on Windows write a byte order mark; it says nothing and is skipped.
    int skip =
        bytes.length >= 3
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF
            ? 3
            : 0;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip))
          .toString();
    } catch (CharacterCodingException e) {
      found.error(start, "not-utf-8", "The file is not UTF-8. Save it in that encoding.");
      return null;
    }
  }
}
