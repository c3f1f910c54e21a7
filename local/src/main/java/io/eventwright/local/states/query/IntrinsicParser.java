package io.eventwright.local.states.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code States.Name(argument, …)}. */
final class IntrinsicParser {
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final String text;
  private int at;

  private IntrinsicParser(String text) {
    this.text = text;
  }

  /** A call, a path, or a constant. */
  sealed interface Term permits Call, Path, Constant {}

  record Call(String name, List<Term> arguments) implements Term {}

  record Path(String path) implements Term {}

  record Constant(@Nullable Object value) implements Term {}

  static Call parse(String text) {
    IntrinsicParser parser = new IntrinsicParser(text);
    Term term = parser.term();
    parser.skipSpace();
    if (parser.at != text.length() || !(term instanceof Call call)) {
      throw parser.invalid();
    }
    return call;
  }

  private Term term() {
    skipSpace();
    if (at >= text.length()) {
      throw invalid();
    }
    char first = text.charAt(at);
    if (first == '\'') {
      return new Constant(string());
    }
    if (first == '$') {
      return new Path(path());
    }
    int end = at;
    while (end < text.length() && "(), ".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String word = text.substring(at, end);
    at = end;
    skipSpace();
    if (at < text.length() && text.charAt(at) == '(') {
      return new Call(word, arguments());
    }
    return new Constant(constant(word));
  }

  private List<Term> arguments() {
    List<Term> arguments = new ArrayList<>();
    at++;
    skipSpace();
    if (at < text.length() && text.charAt(at) == ')') {
      at++;
      return arguments;
    }
    while (true) {
      arguments.add(term());
      skipSpace();
      char next = at < text.length() ? text.charAt(at++) : ' ';
      if (next == ')') {
        return arguments;
      }
      if (next != ',') {
        throw invalid();
      }
    }
  }

  private @Nullable Object constant(String word) {
    switch (word) {
      case "null":
        return null;
      case "true":
        return true;
      case "false":
        return false;
      default:
        try {
          BigDecimal number = new BigDecimal(word);
          boolean whole = word.indexOf('.') < 0 && number.stripTrailingZeros().scale() <= 0;
          if (whole && number.abs().compareTo(LARGEST) <= 0) {
            return number.longValueExact();
          }
          double real = number.doubleValue();
          if (Double.isInfinite(real)) {
            throw invalid();
          }
          return real;
        } catch (NumberFormatException notNumber) {
          throw invalid();
        }
    }
  }

  /**
   * A backslash keeps its meaning before a brace, which only States.Format looks at; before
   * anything but a brace, a quote or a backslash it is not allowed.
   */
  private String string() {
    StringBuilder value = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char next = text.charAt(at);
      if (next == '\'') {
        at++;
        return value.toString();
      }
      if (next == '\\' && at + 1 < text.length()) {
        char escaped = text.charAt(++at);
        if (escaped == '{' || escaped == '}') {
          value.append('\\');
        } else if (escaped != '\'' && escaped != '\\') {
          throw invalid();
        }
        value.append(escaped);
      } else {
        value.append(next);
      }
    }
    throw invalid();
  }

  private String path() {
    int start = at;
    int depth = 0;
    char quote = 0;
    for (; at < text.length(); at++) {
      char next = text.charAt(at);
      if (quote != 0) {
        quote = next == quote ? 0 : quote;
      } else if (next == '\'' || next == '"') {
        quote = next;
      } else if (next == '[' || next == '(') {
        depth++;
      } else if (depth == 0 && (next == ',' || next == ')')) {
        break;
      } else if (next == ']' || next == ')') {
        depth--;
      }
    }
    return text.substring(start, at).trim();
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private QueryFailure invalid() {
    return QueryFailure.runtime("Invalid intrinsic function: '" + text + "'");
  }
}
