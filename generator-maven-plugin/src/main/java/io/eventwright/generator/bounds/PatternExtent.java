package io.eventwright.generator.bounds;

/**
 * How long a text can be that an ECMA-262 expression is found in. Only an expression that is tied
 * to both ends of the text bounds it. What is not understood counts as unbounded.
 */
final class PatternExtent {

  private static final int DEEPEST = 100;

  private final String regex;
  private int at;
  private int depth;

  private PatternExtent(String regex) {
    this.regex = regex;
  }

  /** The bound that an expression gives. */
  static TextExtent of(String regex) {
    // An arm that is not tied lets anything stand around what it finds.
    PatternExtent whole = new PatternExtent(regex);
    try {
      TextExtent extent = whole.arm();
      while (whole.next('|')) {
        extent = extent.or(whole.arm());
      }
      return whole.at < regex.length() ? TextExtent.ANY : extent;
    } catch (NotUnderstood unknown) {
      return TextExtent.ANY;
    }
  }

  /** Something that this class does not read; then nothing is known. */
  private static final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1;

    NotUnderstood() {
      super(null, null, false, false);
    }
  }

  private TextExtent arm() throws NotUnderstood {
    boolean begins = regex.startsWith("^", at);
    TextExtent extent = sequence();
    boolean ends = at > 0 && regex.charAt(at - 1) == '$' && !isEscaped(at - 1);
    return begins && ends ? extent : TextExtent.ANY;
  }

  private boolean isEscaped(int place) {
    int backslashes = 0;
    while (place - backslashes > 0 && regex.charAt(place - backslashes - 1) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private TextExtent choice() throws NotUnderstood {
    if (++depth > DEEPEST) {
      throw new NotUnderstood();
    }
    TextExtent extent = sequence();
    while (next('|')) {
      extent = extent.or(sequence());
    }
    depth--;
    return extent;
  }

  private TextExtent sequence() throws NotUnderstood {
    TextExtent all = new TextExtent(0, 1);
    while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
      TextExtent atom = atom();
      all = all.then(atom.times(repetitions()));
    }
    return all;
  }

  /** How often at most the last atom may stand. */
  private long repetitions() throws NotUnderstood {
    long most = 1;
    if (next('*') || next('+')) {
      most = TextExtent.NO_BOUND;
    } else if (at < regex.length() && regex.charAt(at) == '{') {
      int end = regex.indexOf('}', at);
      if (end < 0) {
        throw new NotUnderstood();
      }
      most = counted(regex.substring(at + 1, end));
      at = end + 1;
    } else if (!next('?')) {
      return 1;
    }
    next('?');
    return most;
  }

  private static long counted(String bounds) throws NotUnderstood {
    int comma = bounds.indexOf(',');
    String most = bounds.substring(comma + 1);
    if (comma >= 0 && most.isEmpty()) {
      return TextExtent.NO_BOUND;
    }
    if (most.isEmpty() || most.length() > 9 || !most.chars().allMatch(c -> c >= '0' && c <= '9')) {
      // A brace that stands for itself.
      throw new NotUnderstood();
    }
    return Long.parseLong(most);
  }

  private TextExtent atom() throws NotUnderstood {
    if (regex.charAt(at) == '(') {
      return group();
    }
    if (next('^') || next('$')) {
      return new TextExtent(0, 1);
    }
    if (next('.')) {
      return new TextExtent(TextExtent.WIDEST, TextExtent.WIDEST);
    }
    if (next('[')) {
      return characterClass();
    }
    if (next('\\')) {
      return escape(false);
    }
    int literal = codePoint();
    return TextExtent.ofRange(literal, literal);
  }

  private TextExtent group() throws NotUnderstood {
    at++;
    boolean around = false;
    if (next('?')) {
      boolean behind = regex.startsWith("<=", at) || regex.startsWith("<!", at);
      around = behind || regex.startsWith("=", at) || regex.startsWith("!", at);
      int name = regex.indexOf('>', at);
      if (behind) {
        at += 2;
      } else if (around || regex.startsWith(":", at)) {
        at++;
      } else if (regex.startsWith("<", at) && name > 0) {
        at = name + 1;
      } else {
        throw new NotUnderstood();
      }
    }
    TextExtent extent = choice();
    if (!next(')')) {
      throw new NotUnderstood();
    }
    // What is looked at is no part of the text at this place.
    return around ? new TextExtent(0, 1) : extent;
  }

  private TextExtent characterClass() throws NotUnderstood {
    boolean negated = next('^');
    TextExtent all = new TextExtent(0, 1);
    while (!next(']')) {
      if (at >= regex.length()) {
        throw new NotUnderstood();
      }
      int start = at;
      TextExtent first = next('\\') ? escape(true) : literal();
      int from = single(start);
      if (from >= 0 && regex.startsWith("-", at) && !regex.startsWith("-]", at)) {
        at++;
        int end = at;
        TextExtent last = next('\\') ? escape(true) : literal();
        int to = single(end);
        first = to < 0 ? first.or(last) : TextExtent.ofRange(from, to);
      }
      all = all.or(first);
    }
    return negated ? new TextExtent(TextExtent.WIDEST, TextExtent.WIDEST) : all;
  }

  private TextExtent literal() throws NotUnderstood {
    int literal = codePoint();
    return TextExtent.ofRange(literal, literal);
  }

  /** The one character that was read from a place on, -1 for a set of them. */
  private int single(int start) {
    String read = regex.substring(start, at);
    if (!read.startsWith("\\")) {
      return read.codePointAt(0);
    }
    char kind = read.charAt(1);
    if (kind == 'x' || kind == 'u') {
      return Integer.parseInt(read.replaceAll("[^0-9a-fA-F]", ""), 16);
    }
    return Character.isLetterOrDigit(kind) ? -1 : kind;
  }

  /** An escape whose backslash is read. */
  private TextExtent escape(boolean inClass) throws NotUnderstood {
    int c = codePoint();
    return switch (c) {
      case 'd', 'w' -> new TextExtent(1, 1);
      case 'b', 'B' -> inClass ? widest() : new TextExtent(0, 1);
      case 'D', 'W', 's', 'S', 't', 'n', 'r', 'v', 'f', '0' -> widest();
      case 'c' -> {
        codePoint();
        yield widest();
      }
      case 'p', 'P' -> {
        int end = regex.indexOf('}', at);
        if (end < 0) {
          throw new NotUnderstood();
        }
        at = end + 1;
        yield widest();
      }
      case 'x' -> hex(2);
      case 'u' -> next('{') ? hexInBraces() : hex(4);
      default -> {
        if (Character.isLetterOrDigit(c)) {
          // A reference back, whose text is that of a group.
          throw new NotUnderstood();
        }
        yield TextExtent.ofRange(c, c);
      }
    };
  }

  private static TextExtent widest() {
    return new TextExtent(TextExtent.WIDEST, TextExtent.WIDEST);
  }

  private TextExtent hexInBraces() throws NotUnderstood {
    int end = regex.indexOf('}', at);
    TextExtent extent = hex(Math.max(0, end - at));
    at++;
    return extent;
  }

  private TextExtent hex(int digits) throws NotUnderstood {
    try {
      int value = Integer.parseInt(regex.substring(at, at + digits), 16);
      at += digits;
      return TextExtent.ofRange(value, value);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new NotUnderstood();
    }
  }

  private boolean next(char expected) {
    if (at < regex.length() && regex.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private int codePoint() throws NotUnderstood {
    if (at >= regex.length()) {
      throw new NotUnderstood();
    }
    int c = regex.codePointAt(at);
    at += Character.charCount(c);
    return c;
  }
}
