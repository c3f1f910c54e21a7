package io.eventwright.generator.emit.saga.diagram;

/** Text within an element, whatever it holds. */
final class Xml {

  private Xml() {}

  /** Escaped; what XML cannot hold at all becomes a question mark. */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            each -> {
              switch (each) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                default -> escaped.appendCodePoint(isText(each) ? each : '?');
              }
            });
    return escaped.toString();
  }

  private static boolean isText(int codePoint) {
    return codePoint >= 0x20
        && !(codePoint >= 0x7f && codePoint <= 0x9f)
        && !(codePoint >= 0xd800 && codePoint <= 0xdfff)
        && (codePoint & 0xfffe) != 0xfffe;
  }
}
