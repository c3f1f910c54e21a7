package io.eventwright.generator.load.system;

/** Shows text of unknown origin in a message: on one line, short, without control characters. */
final class Shown {

  private static final int LONGEST = 60;

  private Shown() {}

  static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            point -> {
              int type = Character.getType(point);
              boolean visible =
                  point == ' '
                      || !(Character.isISOControl(point)
                          || Character.isWhitespace(point)
                          || type == Character.FORMAT
                          || type == Character.SURROGATE
                          || type == Character.LINE_SEPARATOR
                          || type == Character.PARAGRAPH_SEPARATOR);
              shown.appendCodePoint(visible ? point : '\uFFFD');
            });
    if (text.codePointCount(0, text.length()) > LONGEST) {
      shown.append("...");
    }
    return text.isEmpty() || text.contains(" ") ? "\"" + shown + "\"" : shown.toString();
  }
}
