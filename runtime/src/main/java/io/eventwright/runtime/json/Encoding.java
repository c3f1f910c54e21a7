package io.eventwright.runtime.json;

/**
 * Looks at a document's bytes once, before they are parsed: JSON between systems is UTF-8 without
 * byte order mark (RFC 8259, section 8.1), and the parser would let other things pass.
 */
final class Encoding {

  private Encoding() {}

  /**
   * Refuses what is not UTF-8.
   *
   * @return whether the document holds escapes of surrogates, which only then need a look each
   */
  static boolean check(byte[] bytes) throws JsonParseFailure {
    if (bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF) {
      throw new JsonParseFailure("a byte order mark is not part of JSON", 0);
    }
    boolean surrogateEscapes = false;
    int length = bytes.length;
    int i = 0;
    while (i < length) {
      int first = bytes[i];
      if (first > 0) {
        if (first == '\\' && i + 2 < length && bytes[i + 1] == 'u') {
          surrogateEscapes |= bytes[i + 2] == 'd' || bytes[i + 2] == 'D';
        }
        i++;
        continue;
      }
      int more = first == 0 ? -1 : continuations(bytes, i, length);
      if (more < 0) {
        throw new JsonParseFailure("not UTF-8", i);
      }
      i += 1 + more;
    }
    return surrogateEscapes;
  }

  /** How many bytes follow the first byte of a character, -1 when it is malformed (RFC 3629). */
  private static int continuations(byte[] bytes, int at, int length) {
    int first = bytes[at] & 0xFF;
    int more = first < 0xC2 ? -1 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : -1;
    if (more < 0 || at + more >= length) {
      return -1;
    }
    int second = bytes[at + 1] & 0xFF;
    // Overlong forms, surrogates, and what is above U+10FFFF.
    int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (second < lowest || second > highest) {
      return -1;
    }
    for (int i = 2; i <= more; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return -1;
      }
    }
    return more;
  }

  /** Whether half of a surrogate pair stands alone in the text. */
  static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
