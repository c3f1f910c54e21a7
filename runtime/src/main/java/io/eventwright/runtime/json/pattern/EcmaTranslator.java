package io.eventwright.runtime.json.pattern;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a regular expression of ECMA-262 (section 22.2.1, Unicode mode) and writes it in the words
 * that both RE2/J and {@code java.util.regex} understand alike. Every class is written out as code
 * points, so that neither engine's own notion of {@code \d}, {@code \s} or {@code .} matters.
 *
 * <p>Two things that Unicode mode forbids and many schemas have are taken: an escape of a sign that
 * needs none ({@code \-}), and a brace or closing bracket that stands for itself.
 */
final class EcmaTranslator {

  private static final int MAX_NESTING = 250;
  private static final String WORD = CodePointSet.WORD.toClass();

  /** Neither engine need agree on what a word is, so its boundary is written out. */
  private static final String BOUNDARY =
      "(?:(?<=" + WORD + ")(?!" + WORD + ")|(?<!" + WORD + ")(?=" + WORD + "))";

  private static final String NO_BOUNDARY =
      "(?:(?<=" + WORD + ")(?=" + WORD + ")|(?<!" + WORD + ")(?!" + WORD + "))";

  private final String source;
  private final List<String> groupNames;
  private final int groupCount;
  private boolean backtracking;
  private boolean regular = true;
  private int at;
  private int nesting;
  private StringBuilder output = new StringBuilder();

  EcmaTranslator(String source) {
    this.source = source;
    this.groupNames = new ArrayList<>();
    this.groupCount = countGroups();
  }

  /** For RE2/J, when {@link #isRegular()} says so afterwards. */
  String translate() {
    at = 0;
    nesting = 0;
    output = new StringBuilder();
    disjunction();
    if (at < source.length()) {
      throw failed("an unmatched )");
    }
    return output.toString();
  }

  /** For {@code java.util.regex}. */
  String forBacktracking() {
    backtracking = true;
    return translate();
  }

  /** Whether nothing was met that needs a backtracking matcher. */
  boolean isRegular() {
    return regular;
  }

  private int countGroups() {
    int count = 0;
    boolean inClass = false;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      } else if (c == '(' && !inClass) {
        boolean named =
            source.startsWith("(?<", i)
                && !source.startsWith("(?<=", i)
                && !source.startsWith("(?<!", i);
        if (!source.startsWith("(?", i) || named) {
          count++;
          int end = named ? source.indexOf('>', i) : -1;
          groupNames.add(end < 0 ? "" : source.substring(i + 3, end));
        }
      }
    }
    return count;
  }

  private void disjunction() {
    alternative();
    while (at < source.length() && source.charAt(at) == '|') {
      at++;
      output.append('|');
      alternative();
    }
  }

  private void alternative() {
    while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ')') {
      int before = output.length();
      if (term()) {
        quantifier(before);
      }
    }
  }

  /** Translates one term and says whether it may be repeated. */
  private boolean term() {
    char c = source.charAt(at);
    switch (c) {
      case '^' -> {
        at++;
        output.append("\\A");
        return false;
      }
      case '$' -> {
        at++;
        output.append("\\z");
        return false;
      }
      case '(' -> {
        return group();
      }
      case '.' -> {
        at++;
        output.append(CodePointSet.LINE_ENDS.complement().toClass());
      }
      case '[' -> output.append(characterClass().toClass());
      case '\\' -> {
        return escape();
      }
      case '*', '+', '?' -> throw failed("nothing to repeat before " + c);
      default -> {
        if (c == '{' && readsAsQuantifier()) {
          throw failed("nothing to repeat before {");
        }
        output.append(CodePointSet.literal(next()));
      }
    }
    return true;
  }

  private boolean group() {
    if (++nesting > MAX_NESTING) {
      throw failed("more than " + MAX_NESTING + " groups inside one another");
    }
    boolean repeatable = true;
    boolean captures = false;
    at++;
    if (!take("?")) {
      captures = true;
      output.append(backtracking ? "(" : "(?:");
    } else if (take(":")) {
      output.append("(?:");
    } else if (take("=") || take("!")) {
      lookAround(source.charAt(at - 1) == '=' ? "(?=" : "(?!");
      repeatable = false;
    } else if (take("<=") || take("<!")) {
      lookAround(source.charAt(at - 1) == '=' ? "(?<=" : "(?<!");
      repeatable = false;
    } else if (take("<")) {
      captures = true;
      groupName();
      output.append(backtracking ? "(" : "(?:");
    } else {
      throw failed("a group of a kind that ECMA-262 does not have");
    }
    disjunction();
    if (!take(")")) {
      throw failed("a group that is not closed");
    }
    output.append(')');
    if (captures && backtracking) {
      // An empty group beside each: it tells whether the group took part at all.
      output.append("()");
    }
    nesting--;
    return repeatable;
  }

  private void lookAround(String opening) {
    regular = false;
    output.append(opening);
  }

  private String groupName() {
    int end = source.indexOf('>', at);
    String name = end < 0 ? "" : source.substring(at, end);
    boolean good =
        !name.isEmpty()
            && (Character.isUnicodeIdentifierStart(name.codePointAt(0))
                || name.charAt(0) == '$'
                || name.charAt(0) == '_')
            && name.codePoints()
                .allMatch(c -> Character.isUnicodeIdentifierPart(c) || c == '$' || c == '_');
    if (!good) {
      throw failed("a group's name that is none");
    }
    at = end + 1;
    return name;
  }

  private boolean escape() {
    at++;
    if (at == source.length()) {
      throw failed("a backslash at the end");
    }
    char c = source.charAt(at);
    if (c == 'b' || c == 'B') {
      at++;
      if (backtracking) {
        output.append(c == 'b' ? BOUNDARY : NO_BOUNDARY);
      } else {
        output.append('\\').append(c);
      }
      return false;
    }
    if (c >= '1' && c <= '9') {
      referenceBack(number());
      return true;
    }
    if (c == 'k') {
      at++;
      if (!take("<")) {
        throw failed("\\k without a group's name");
      }
      int index = groupNames.indexOf(groupName());
      if (index < 0) {
        throw failed("a reference to a group that is not there");
      }
      referenceBack(index + 1);
      return true;
    }
    CodePointSet set = classEscape();
    output.append(set != null ? set.toClass() : CodePointSet.literal(characterEscape(false)));
    return true;
  }

  private void referenceBack(int group) {
    if (group > groupCount) {
      throw failed("a reference to a group that is not there");
    }
    regular = false;
    // A group that took no part matches nothing here; its empty neighbour tells.
    int text = group * 2 - 1;
    int took = group * 2;
    output.append("(?:\\").append(took).append("(?:\\").append(text).append(")|(?!\\").append(took);
    output.append("))");
  }

  private int number() {
    int value = 0;
    while (at < source.length() && Character.digit(source.charAt(at), 10) >= 0 && value < 100_000) {
      value = value * 10 + Character.digit(source.charAt(at), 10);
      at++;
    }
    return value;
  }

  /** A set such as {@code \d} or {@code \p{L}}, after the backslash; null when it is none. */
  private @Nullable CodePointSet classEscape() {
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
  private int characterEscape(boolean inClass) {
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

  private CodePointSet characterClass() {
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

  private int next() {
    int c = source.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }

  private boolean readsAsQuantifier() {
    int i = at + 1;
    int digits = i;
    while (i < source.length() && Character.digit(source.charAt(i), 10) >= 0) {
      i++;
    }
    if (i == digits) {
      return false;
    }
    if (i < source.length() && source.charAt(i) == ',') {
      i++;
      while (i < source.length() && Character.digit(source.charAt(i), 10) >= 0) {
        i++;
      }
    }
    return i < source.length() && source.charAt(i) == '}';
  }

  /** Repeats the term that {@link #output} holds from {@code start} on. */
  private void quantifier(int start) {
    boolean pair = backtracking && output.length() > start && output.charAt(start) == '(';
    if (at == source.length()) {
      return;
    }
    String repeat;
    char c = source.charAt(at);
    if (c == '*' || c == '+' || c == '?') {
      at++;
      repeat = String.valueOf(c);
    } else if (c == '{' && readsAsQuantifier()) {
      repeat = counted();
    } else {
      return;
    }
    take("?"); // Whether it is lazy cannot change whether it is found.
    if (pair) {
      output.insert(start, "(?:").append(')');
    }
    output.append(repeat);
    if (at < source.length() && "*+?".indexOf(source.charAt(at)) >= 0) {
      throw failed("a repetition of a repetition");
    }
  }

  private String counted() {
    at++;
    int least = number();
    String repeat = "{" + least;
    if (take(",")) {
      repeat += ",";
      if (source.charAt(at) != '}') {
        int most = number();
        if (most < least) {
          throw failed("a repetition whose bounds are out of order");
        }
        repeat += most;
      }
    }
    if (!take("}")) {
      throw failed("a repetition with a bound beyond reach");
    }
    return repeat + "}";
  }

  private boolean take(String text) {
    if (source.startsWith(text, at)) {
      at += text.length();
      return true;
    }
    return false;
  }

  private EcmaPatternException failed(String what) {
    return new EcmaPatternException(
        "The expression "
            + source
            + " has "
            + what
            + ", near position "
            + Math.min(at, source.length()));
  }
}
