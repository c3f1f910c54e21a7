package io.eventwright.runtime.json.pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads an expression's source from left to right, and what in it stands for characters: escapes
 * and classes (ECMA-262, sections 22.2.1 and 22.2.2).
 */
final class EcmaCharacters {

  private final String source;
  private int at;

  EcmaCharacters(String source) {
    this.source = source;
  }

  boolean isAtEnd() {
    return at == source.length();
  }

  /** The next unit, which stays the next. */
  char peek() {
    return source.charAt(at);
  }

  /** Whether the next unit is one of those. */
  boolean isAny(String units) {
    return at < source.length() && units.indexOf(source.charAt(at)) >= 0;
  }

  /** Goes on by one unit. */
  void skip() {
    at++;
  }

  /** Goes on behind a text, if that is what comes next. */
  boolean take(String text) {
    if (source.startsWith(text, at)) {
      at += text.length();
      return true;
    }
    return false;
  }

  /** Goes on behind a unit and gives what is before it; null when it does not come any more. */
  @Nullable String takeUntil(char end) {
    int found = source.indexOf(end, at);
    if (found < 0) {
      return null;
    }
    String text = source.substring(at, found);
    at = found + 1;
    return text;
  }

  /** A number of some digits; beyond a hundred thousand it does not go on. */
  int number() {
    int value = 0;
    while (at < source.length() && Character.digit(source.charAt(at), 10) >= 0 && value < 100_000) {
      value = value * 10 + Character.digit(source.charAt(at), 10);
      at++;
    }
    return value;
  }

  /** The next code point. */
  int next() {
    int c = source.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  /** Whether {@code {n}}, {@code {n,}} or {@code {n,m}} comes next. */
  boolean readsAsQuantifier() {
    int i = digitsEnd(at + 1);
    if (source.charAt(at) != '{' || i == at + 1) {
      return false;
    }
    if (i < source.length() && source.charAt(i) == ',') {
      i = digitsEnd(i + 1);
    }
    return i < source.length() && source.charAt(i) == '}';
  }

  private int digitsEnd(int from) {
    int i = from;
    while (i < source.length() && Character.digit(source.charAt(i), 10) >= 0) {
      i++;
    }
    return i;
  }

  EcmaPatternException failed(String what) {
    return new EcmaPatternException(
        "The expression "
            + source
            + " has "
            + what
            + ", near position "
            + Math.min(at, source.length()));
  }

  /** A set such as {@code \d} or {@code \p{L}}, after the backslash; null when it is none. */
  @Nullable CodePointSet classEscape() {
    char c = source.charAt(at);
    CodePointSet set =
        switch (Character.toLowerCase(c)) {
          case 'd' -> CodePointSet.DIGITS;
          case 'w' -> CodePointSet.WORD;
          case 's' -> CodePointSet.SPACE;
          case 'p' -> property();
          default -> null;
        };
    if (set == null) {
      return null;
    }
    if (Character.toLowerCase(c) != 'p') {
      at++;
    }
    return Character.isUpperCase(c) ? set.complement() : set;
  }

  private CodePointSet property() {
    int end = source.indexOf('}', at);
    if (!source.startsWith("{", at + 1) || end < 0) {
      throw failed("\\p without a property in braces");
    }
    String name = source.substring(at + 2, end);
    CodePointSet set = UnicodeProperties.find(name);
    if (set == null) {
      throw failed("the Unicode property " + name + ", which is not known");
    }
    at = end + 1;
    return set;
  }

  /** One character, after the backslash. */
  int characterEscape(boolean inClass) {
    char c = source.charAt(at++);
    switch (c) {
      case 't':
        return '\t';
      case 'n':
        return '\n';
      case 'v':
        return 0x0B;
      case 'f':
        return '\f';
      case 'r':
        return '\r';
      case 'b':
        if (inClass) {
          return '\b';
        }
        break;
      case '0':
        if (at == source.length() || Character.digit(source.charAt(at), 10) < 0) {
          return 0;
        }
        break;
      case 'c':
        if (at < source.length() && isAsciiLetter(source.charAt(at))) {
          return source.charAt(at++) & 31;
        }
        break;
      case 'x':
        return hex(2);
      case 'u':
        return unicodeEscape();
      default:
        boolean sign = !Character.isLetterOrDigit(c) && !Character.isSurrogate(c);
        if (sign) {
          return c;
        }
        break;
    }
    throw failed("the escape \\" + c + ", which ECMA-262 does not have");
  }

  private static boolean isAsciiLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private int unicodeEscape() {
    if (take("{")) {
      int end = source.indexOf('}', at);
      if (end <= at || end - at > 8) {
        throw failed("\\u{ without a code point");
      }
      int value = hex(end - at);
      at++;
      if (value > Character.MAX_CODE_POINT) {
        throw failed("a code point beyond Unicode");
      }
      return value;
    }
    int high = hex(4);
    boolean pair = Character.isHighSurrogate((char) high) && source.startsWith("\\u", at);
    if (pair) {
      int back = at;
      at += 2;
      if (source.startsWith("{", at)) {
        at = back;
        return high;
      }
      int low = hex(4);
      if (Character.isLowSurrogate((char) low)) {
        return Character.toCodePoint((char) high, (char) low);
      }
      at = back;
    }
    return high;
  }

  private int hex(int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = at < source.length() ? Character.digit(source.charAt(at), 16) : -1;
      if (digit < 0) {
        throw failed("an escape without its hexadecimal digits");
      }
      value = value * 16 + digit;
      at++;
    }
    return value;
  }

  /** A class in brackets, which come next. */
  CodePointSet characterClass() {
    at++;
    boolean negated = take("^");
    CodePointSet all = CodePointSet.NONE;
    while (!take("]")) {
      if (at == source.length()) {
        throw failed("a class that is not closed");
      }
      CodePointSet set = classAtomSet();
      if (set != null) {
        all = all.and(set);
        continue;
      }
      int first = classAtom();
      if (source.startsWith("-", at) && !source.startsWith("-]", at)) {
        int back = at;
        at++;
        if (at < source.length() && classAtomSetFollows()) {
          at = back;
          all = all.and(CodePointSet.of(first));
          continue;
        }
        if (at == source.length()) {
          throw failed("a class that is not closed");
        }
        int last = classAtom();
        if (last < first) {
          throw failed("a range in a class that is out of order");
        }
        all = all.and(CodePointSet.range(first, last));
      } else {
        all = all.and(CodePointSet.of(first));
      }
    }
    return negated ? all.complement() : all;
  }

  private boolean classAtomSetFollows() {
    return at + 1 < source.length()
        && source.charAt(at) == '\\'
        && "dDwWsSpP".indexOf(source.charAt(at + 1)) >= 0;
  }

  private @Nullable CodePointSet classAtomSet() {
    if (!classAtomSetFollows()) {
      return null;
    }
    at++;
    return classEscape();
  }

  private int classAtom() {
    if (source.charAt(at) != '\\') {
      return next();
    }
    at++;
    if (at == source.length()) {
      throw failed("a backslash at the end");
    }
    return characterEscape(true);
  }
}
