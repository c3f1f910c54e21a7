package io.eventwright.runtime.json.format;

/** Pointers into JSON. */
final class JsonPointers {

  private JsonPointers() {}

  static boolean isPointerFrom(String text, int from) {
    if (from == text.length()) {
      return true;
    }
    if (text.charAt(from) != '/') {
      return false;
    }
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '~') {
        i++;
        if (i == text.length() || text.charAt(i) != '0' && text.charAt(i) != '1') {
          return false;
        }
      }
    }
    return true;
  }

  static boolean isRelative(String text) {
    int at = 0;
    while (at < text.length() && Ascii.isDigit(text.charAt(at))) {
      at++;
    }
    if (at == 0 || at > 1 && text.charAt(0) == '0') {
      return false;
    }
    boolean named = at == text.length() - 1 && text.charAt(at) == '#';
    return named || isPointerFrom(text, at);
  }
}
