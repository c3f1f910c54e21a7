package io.eventwright.local.states.run;

/** Patterns where {@code *} stands for anything and a backslash takes its meaning away. */
final class Wildcards {
  private Wildcards() {}

  /** Whether a backslash stands before a sign that has no meaning it could take away. */
  static boolean hasOpenEscape(String pattern) {
    for (int at = pattern.indexOf('\\'); at >= 0; at = pattern.indexOf('\\', at + 2)) {
      if (at + 1 == pattern.length() || "*\\".indexOf(pattern.charAt(at + 1)) < 0) {
        return true;
      }
    }
    return false;
  }

  /** In time linear in both for each star, whatever the pattern. */
  static boolean match(String pattern, String text) {
    int at = 0;
    int in = 0;
    int star = -1;
    int resume = 0;
    while (in < text.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = ++at;
        resume = in;
        continue;
      }
      int literal = at + 1 < pattern.length() && pattern.charAt(at) == '\\' ? at + 1 : at;
      if (literal < pattern.length() && pattern.charAt(literal) == text.charAt(in)) {
        at = literal + 1;
        in++;
      } else if (star >= 0) {
        at = star;
        in = ++resume;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }
}
