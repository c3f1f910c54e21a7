package io.eventwright.runtime.json.pattern;

import java.util.ArrayList;
import java.util.List;

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

  /** RE2/J writes repetitions out, and looks at all of them for every character of a text. */
  private static final int MAX_WRITTEN_OUT = 10_000;

  /** A backtracking matcher goes round such loops without a look at the text, so without a step. */
  private static final int MAX_EMPTY_LOOPS = 3;

  /** Classes are written out, and some are long. */
  private static final int MAX_OUTPUT = 2_000_000;

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
  private EcmaCharacters in;
  private int nesting;

  /** How many terms there are so far when repetitions are written out. */
  private long writtenOut;

  /** Whether the term before can match nothing, if only under a condition. */
  private boolean nullable;

  /** Whether the term before can match nothing anywhere. */
  private boolean surelyNullable;

  /** How many repetitions of what can be nothing are inside one another in the term before. */
  private int emptyLoops;

  private StringBuilder output = new StringBuilder();

  EcmaTranslator(String source) {
    this.source = source;
    this.in = new EcmaCharacters(source);
    this.groupNames = new ArrayList<>();
    this.groupCount = countGroups();
  }

  /** For RE2/J, when {@link #isRegular()} says so afterwards. */
  String translate() {
    in = new EcmaCharacters(source);
    nesting = 0;
    writtenOut = 0;
    output = new StringBuilder();
    disjunction();
    if (!in.isAtEnd()) {
      throw in.failed("an unmatched )");
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
    int loops = 0;
    boolean any = alternative();
    boolean surely = surelyNullable;
    loops = Math.max(loops, emptyLoops);
    while (in.take("|")) {
      output.append('|');
      any |= alternative();
      surely |= surelyNullable;
      loops = Math.max(loops, emptyLoops);
    }
    nullable = any;
    surelyNullable = surely;
    emptyLoops = loops;
  }

  /** Translates an alternative and says whether it can match nothing. */
  private boolean alternative() {
    boolean all = true;
    boolean surely = true;
    int loops = 0;
    while (!in.isAtEnd() && !in.isAny("|)")) {
      int before = output.length();
      long sizeBefore = writtenOut;
      nullable = false;
      surelyNullable = false;
      emptyLoops = 0;
      boolean repeatable = term();
      writtenOut++;
      if (repeatable) {
        quantifier(before, sizeBefore);
      }
      all &= nullable;
      surely &= surelyNullable;
      loops = Math.max(loops, emptyLoops);
      if (output.length() > MAX_OUTPUT) {
        throw in.failed("too many classes of characters");
      }
    }
    emptyLoops = loops;
    surelyNullable = surely;
    return all;
  }

  /** Translates one term and says whether it may be repeated. */
  private boolean term() {
    char c = in.peek();
    switch (c) {
      case '^' -> {
        in.skip();
        output.append("\\A");
        nullable = true;
        return false;
      }
      case '$' -> {
        in.skip();
        output.append("\\z");
        nullable = true;
        return false;
      }
      case '(' -> {
        return group();
      }
      case '.' -> {
        in.skip();
        output.append(CodePointSet.LINE_ENDS.complement().toClass());
      }
      case '[' -> output.append(in.characterClass().toClass());
      case '\\' -> {
        return escape();
      }
      case '*', '+', '?' -> throw in.failed("nothing to repeat before " + c);
      default -> {
        if (c == '{' && in.readsAsQuantifier()) {
          throw in.failed("nothing to repeat before {");
        }
        output.append(CodePointSet.literal(in.next()));
      }
    }
    return true;
  }

  private boolean group() {
    if (++nesting > MAX_NESTING) {
      throw in.failed("more than " + MAX_NESTING + " groups inside one another");
    }
    boolean repeatable = true;
    boolean captures = false;
    in.skip();
    if (!in.take("?")) {
      captures = true;
      output.append(backtracking ? "(" : "(?:");
    } else if (in.take(":")) {
      output.append("(?:");
    } else if (lookAround("=") || lookAround("!") || lookAround("<=") || lookAround("<!")) {
      repeatable = false;
    } else if (in.take("<")) {
      captures = true;
      groupName();
      output.append(backtracking ? "(" : "(?:");
    } else {
      throw in.failed("a group of a kind that ECMA-262 does not have");
    }
    disjunction();
    if (!in.take(")")) {
      throw in.failed("a group that is not closed");
    }
    nullable |= !repeatable;
    surelyNullable &= repeatable;
    output.append(')');
    if (captures && backtracking) {
      // An empty group beside each: it tells whether the group took part at all.
      output.append("()");
    }
    nesting--;
    return repeatable;
  }

  private boolean lookAround(String kind) {
    if (!in.take(kind)) {
      return false;
    }
    regular = false;
    output.append("(?").append(kind);
    return true;
  }

  private String groupName() {
    String name = in.takeUntil('>');
    boolean good =
        name != null
            && !name.isEmpty()
            && (Character.isUnicodeIdentifierStart(name.codePointAt(0))
                || name.charAt(0) == '$'
                || name.charAt(0) == '_')
            && name.codePoints()
                .allMatch(c -> Character.isUnicodeIdentifierPart(c) || c == '$' || c == '_');
    if (name == null || !good) {
      throw in.failed("a group's name that is none");
    }
    return name;
  }

  private boolean escape() {
    in.skip();
    if (in.isAtEnd()) {
      throw in.failed("a backslash at the end");
    }
    char c = in.peek();
    if (c == 'b' || c == 'B') {
      in.skip();
      if (backtracking) {
        output.append(c == 'b' ? BOUNDARY : NO_BOUNDARY);
      } else {
        output.append('\\').append(c);
      }
      nullable = true;
      return false;
    }
    if (c >= '1' && c <= '9') {
      referenceBack(in.number());
      return true;
    }
    if (c == 'k') {
      in.skip();
      if (!in.take("<")) {
        throw in.failed("\\k without a group's name");
      }
      int index = groupNames.indexOf(groupName());
      if (index < 0) {
        throw in.failed("a reference to a group that is not there");
      }
      referenceBack(index + 1);
      return true;
    }
    CodePointSet set = in.classEscape();
    output.append(set != null ? set.toClass() : CodePointSet.literal(in.characterEscape(false)));
    return true;
  }

  private void referenceBack(int group) {
    if (group > groupCount) {
      throw in.failed("a reference to a group that is not there");
    }
    regular = false;
    nullable = true;
    // A group that took no part matches nothing here; its empty neighbour tells.
    int text = group * 2 - 1;
    int took = group * 2;
    output.append("(?:\\").append(took).append("(?:\\").append(text).append(")|(?!\\").append(took);
    output.append("))");
  }

  private void quantifier(int start, long sizeBefore) {
    boolean pair = backtracking && output.length() > start && output.charAt(start) == '(';
    if (in.isAtEnd()) {
      return;
    }
    String repeat;
    boolean mayBeNothing = nullable;
    char c = in.peek();
    if (c == '*' || c == '+' || c == '?') {
      in.skip();
      repeat = String.valueOf(c);
      nullable |= c != '+';
      surelyNullable |= c != '+';
    } else if (c == '{' && in.readsAsQuantifier()) {
      repeat = counted(sizeBefore);
    } else {
      return;
    }
    if (mayBeNothing && ++emptyLoops > MAX_EMPTY_LOOPS && backtracking) {
      throw in.failed("too many repetitions of what can be nothing inside one another");
    }
    in.take("?"); // Whether it is lazy cannot change whether it is found.
    if (pair) {
      output.insert(start, "(?:").append(')');
    }
    output.append(repeat);
    if (in.isAny("*+?")) {
      throw in.failed("a repetition of a repetition");
    }
  }

  private String counted(long sizeBefore) {
    in.skip();
    int least = in.number();
    int most = least;
    String end = "";
    if (in.take(",")) {
      end = ",";
      if (!in.isAny("}")) {
        most = in.number();
        if (most < least) {
          throw in.failed("a repetition whose bounds are out of order");
        }
        end += most;
      }
    }
    if (!in.take("}")) {
      throw in.failed("a repetition with a bound beyond reach");
    }
    writtenOut = sizeBefore + (writtenOut - sizeBefore) * Math.max(1, most);
    if (writtenOut > MAX_WRITTEN_OUT) {
      regular = false;
      // Beyond that, how much does not matter.
      writtenOut = MAX_WRITTEN_OUT + 1;
    }
    if (backtracking && nullable && !surelyNullable && writtenOut > MAX_WRITTEN_OUT) {
      throw in.failed("too many repetitions of what can be nothing");
    }
    // Where a term can match nothing, once is as good as often; and costs no steps that count.
    int needed = surelyNullable ? Math.min(1, least) : least;
    nullable |= least == 0;
    surelyNullable |= least == 0;
    return "{" + needed + (end.isEmpty() && needed < least ? "," + least : end) + "}";
  }
}
