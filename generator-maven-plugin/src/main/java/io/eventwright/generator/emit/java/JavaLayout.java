package io.eventwright.generator.emit.java;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What JavaPoet prints, laid out as people lay out Java. JavaPoet leaves a blank behind {@code =}
 * before a line break, opens every comment on a line of its own, and breaks long signatures in
 * their middle.
 */
public final class JavaLayout {
  private static final int WIDTH = 100;

  private static final Pattern TRAILING_BLANKS = Pattern.compile("[ \\t]+$", Pattern.MULTILINE);
  private static final Pattern SHORT_COMMENT =
      Pattern.compile("^( *)/\\*\\*\\n *\\* (.*)\\n *\\*/$", Pattern.MULTILINE);
  private static final Pattern EMPTY_BODY =
      Pattern.compile("^( *)(private \\w+\\(\\)) \\{\\n\\1\\}$", Pattern.MULTILINE);
  private static final Pattern BROKEN_THROWS =
      Pattern.compile("^( *)(\\S.*\\)) throws\\n *(.*)$", Pattern.MULTILINE);
  private static final Pattern BROKEN_PARAMETERS =
      Pattern.compile(
          "^( *)(\\w[\\w@<>.?\\[\\], ]*\\()([^()\"\\n]*\\n[^()\"]*)(\\).*)$", Pattern.MULTILINE);
  private static final Pattern TOP_LEVEL_COMMA = Pattern.compile(", (?![^<]*>)");
  private static final Pattern CLAUSE =
      Pattern.compile("^( *)(\\S.*) ((?:extends|implements|throws) \\S.*)$", Pattern.MULTILINE);

  private JavaLayout() {}

  /** The same program in better lines. */
  public static String tidy(String source) {
    String text = TRAILING_BLANKS.matcher(source).replaceAll("");
    text = replace(text, SHORT_COMMENT, JavaLayout::onOneLine);
    text = EMPTY_BODY.matcher(text).replaceAll("$1$2 {}");
    text = BROKEN_THROWS.matcher(text).replaceAll("$1$2\n$1    throws $3");
    text = replace(text, BROKEN_PARAMETERS, JavaLayout::below);
    return replace(text, CLAUSE, JavaLayout::onItsOwnLine);
  }

  private static String onOneLine(MatchResult comment) {
    String line = comment.group(1) + "/** " + comment.group(2) + " */";
    return line.length() <= WIDTH ? line : comment.group();
  }

  /** Parameters go below their method: on one line where they fit, else each on its own. */
  private static String below(MatchResult broken) {
    String indent = broken.group(1) + "    ";
    String parameters = broken.group(3).strip().replaceAll("\\s*\\n\\s*", " ");
    // A throws clause that is too much goes on a line of its own, later.
    String line = indent + parameters + broken.group(4).replaceFirst(" throws .*", "");
    String separated = TOP_LEVEL_COMMA.matcher(parameters).replaceAll(",\n" + indent);
    return broken.group(1)
        + broken.group(2)
        + "\n"
        + indent
        + (line.length() <= WIDTH ? parameters : separated)
        + broken.group(4);
  }

  private static String onItsOwnLine(MatchResult clause) {
    if (clause.group().indexOf('"') >= 0) {
      // A string is somebody's words, whatever they look like.
      return clause.group();
    }
    // A line without a parenthesis or a type's name is already the second of its declaration.
    boolean continued = clause.group(2).indexOf('(') < 0 && clause.group(3).startsWith("throws");
    return clause.group().length() <= WIDTH
        ? clause.group()
        : clause.group(1)
            + clause.group(2)
            + "\n"
            + clause.group(1)
            + (continued ? "" : "    ")
            + clause.group(3);
  }

  private static String replace(
      String text, Pattern pattern, Function<MatchResult, String> replacement) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
  }
}
