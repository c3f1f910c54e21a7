package io.eventwright.runtime.json.format;

/** Templates of RFC 6570, all four levels. */
final class UriTemplates {

  private static final String OPERATORS = "+#./;?&=,!@|";
  private static final String NOT_LITERAL = " \"'<>\\^`{|}";

  private UriTemplates() {}

  static boolean isTemplate(String text) {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '{') {
        int end = text.indexOf('}', i);
        if (end < 0 || !isExpression(text, i + 1, end)) {
          return false;
        }
        i = end + 1;
      } else if (c == '%') {
        if (!isEscape(text, i, text.length())) {
          return false;
        }
        i += 3;
      } else if (c <= ' ' || c == 0x7F || NOT_LITERAL.indexOf(c) >= 0 && c != '\'') {
        return false;
      } else {
        i++;
      }
    }
    return true;
  }

  private static boolean isExpression(String text, int from, int to) {
    int at = from;
    if (at < to && OPERATORS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    while (true) {
      int comma = text.indexOf(',', at);
      int end = comma < 0 || comma > to ? to : comma;
      if (!isVariable(text, at, end)) {
        return false;
      }
      if (end == to) {
        return true;
      }
      at = end + 1;
    }
  }

  private static boolean isVariable(String text, int from, int to) {
    int end = to;
    if (end > from && text.charAt(end - 1) == '*') {
      end--;
    } else {
      int colon = text.indexOf(':', from);
      if (colon >= 0 && colon < to) {
        if (!isPrefixLength(text, colon + 1, to)) {
          return false;
        }
        end = colon;
      }
    }
    boolean afterDot = true;
    int i = from;
    while (i < end) {
      char c = text.charAt(i);
      if (c == '.') {
        if (afterDot) {
          return false;
        }
        afterDot = true;
        i++;
      } else if (c == '%' && isEscape(text, i, end)) {
        afterDot = false;
        i += 3;
      } else if (Ascii.isLetterOrDigit(c) || c == '_') {
        afterDot = false;
        i++;
      } else {
        return false;
      }
    }
    return !afterDot;
  }

  /** One to four digits, the first not zero. */
  private static boolean isPrefixLength(String text, int from, int to) {
    if (from == to || to - from > 4 || text.charAt(from) == '0') {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!Ascii.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEscape(String text, int at, int to) {
    return at + 2 < to && Ascii.isHex(text.charAt(at + 1)) && Ascii.isHex(text.charAt(at + 2));
  }
}
