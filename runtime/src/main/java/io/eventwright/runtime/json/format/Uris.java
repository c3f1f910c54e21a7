package io.eventwright.runtime.json.format;

/** References of RFC 3986, appendix A, and of RFC 3987. */
final class Uris {

  private static final String UNRESERVED_SIGNS = "-._~";
  private static final String SUB_DELIMITERS = "!$&'()*+,;=";

  private Uris() {}

  static boolean isReference(String text, boolean international, boolean absolute) {
    int at = 0;
    int scheme = schemeEnd(text);
    if (scheme > 0) {
      at = scheme + 1;
    } else if (absolute) {
      return false;
    }
    int fragment = indexOf(text, '#', at, text.length());
    int query = indexOf(text, '?', at, fragment);
    boolean tail =
        (query == fragment || allowed(text, query + 1, fragment, ":@/?", international, true))
            && (fragment == text.length()
                || allowed(text, fragment + 1, text.length(), ":@/?", international, false));
    if (!tail) {
      return false;
    }
    if (text.startsWith("//", at) && query >= at + 2) {
      int path = indexOf(text, '/', at + 2, query);
      return isAuthority(text, at + 2, path, international)
          && allowed(text, path, query, ":@/", international, false);
    }
    // Without a scheme a colon in the first segment would read as one.
    int firstSegment = indexOf(text, '/', at, query);
    boolean colon = scheme <= 0 && indexOf(text, ':', at, firstSegment) < firstSegment;
    return !colon && allowed(text, at, query, ":@/", international, false);
  }

  /** Where the scheme's colon is, -1 when there is no scheme. */
  private static int schemeEnd(String text) {
    if (text.isEmpty() || !Ascii.isLetter(text.charAt(0))) {
      return -1;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i;
      }
      if (!Ascii.isLetterOrDigit(c) && c != '+' && c != '-' && c != '.') {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isAuthority(String text, int from, int to, boolean international) {
    int at = text.lastIndexOf('@', to - 1);
    int host = at >= from ? at + 1 : from;
    if (at >= from && !allowed(text, from, at, ":", international, false)) {
      return false;
    }
    if (host < to && text.charAt(host) == '[') {
      int close = indexOf(text, ']', host, to);
      return close < to
          && isIpLiteral(text.substring(host + 1, close))
          && isPort(text, close + 1, to);
    }
    int colon = indexOf(text, ':', host, to);
    return allowed(text, host, colon, "", international, false) && isPort(text, colon, to);
  }

  private static boolean isIpLiteral(String literal) {
    if (!literal.startsWith("v") && !literal.startsWith("V")) {
      return IpAddresses.isIpv6(literal);
    }
    int dot = literal.indexOf('.');
    if (dot < 2 || dot == literal.length() - 1) {
      return false;
    }
    for (int i = 1; i < dot; i++) {
      if (!Ascii.isHex(literal.charAt(i))) {
        return false;
      }
    }
    return allowed(literal, dot + 1, literal.length(), ":", false, false)
        && literal.indexOf('%') < 0;
  }

  /** Whether nothing, or a colon and digits, stand there. */
  private static boolean isPort(String text, int from, int to) {
    if (from == to) {
      return true;
    }
    if (text.charAt(from) != ':') {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      if (!Ascii.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean allowed(
      String text, int from, int to, String more, boolean international, boolean privateUse) {
    int i = from;
    while (i < to) {
      int c = text.codePointAt(i);
      if (c == '%') {
        if (i + 2 >= to || !Ascii.isHex(text.charAt(i + 1)) || !Ascii.isHex(text.charAt(i + 2))) {
          return false;
        }
        i += 3;
        continue;
      }
      boolean good =
          c < 0x80
              ? Ascii.isLetterOrDigit((char) c)
                  || UNRESERVED_SIGNS.indexOf(c) >= 0
                  || SUB_DELIMITERS.indexOf(c) >= 0
                  || more.indexOf(c) >= 0
              : international && (isUcs(c) || privateUse && isPrivate(c));
      if (!good) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  /** ucschar of RFC 3987, section 2.2. */
  private static boolean isUcs(int c) {
    if (c < 0x10000) {
      return c >= 0xA0 && c <= 0xD7FF || c >= 0xF900 && c <= 0xFDCF || c >= 0xFDF0 && c <= 0xFFEF;
    }
    return (c & 0xFFFF) <= 0xFFFD && c <= 0xEFFFD && (c < 0xE0000 || c >= 0xE1000);
  }

  private static boolean isPrivate(int c) {
    return c >= 0xE000 && c <= 0xF8FF || c >= 0xF0000 && (c & 0xFFFF) <= 0xFFFD;
  }

  /** The first place of a character, {@code to} when there is none. */
  private static int indexOf(String text, char c, int from, int to) {
    int found = text.indexOf(c, from);
    return found < 0 || found > to ? to : found;
  }
}
