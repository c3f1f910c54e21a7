package io.eventwright.generator.emit.java.record;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records as people lay them out: a short header on one line, a long one with a component on each,
 * fields without blank lines between them. JavaPoet has one way for all.
 */
final class RecordLayout {

  private static final int WIDTH = 100;

  private static final Pattern HEADER =
      Pattern.compile(
          "^( *)((?:public |static |final |private )*(?:record )?\\w+\\()([^(){};\"]*)\\)"
              + "(\\s+implements [\\w., <>]*)? \\{$",
          Pattern.MULTILINE);
  private static final Pattern RECORD = Pattern.compile("record (\\w+)\\($");
  private static final Pattern FIELDS =
      Pattern.compile(
          "^( +private [^(){}\\n\"]*(?:\\(\\))?;)\\n\\n(?= +private [^(){}\\n\"]*(?:\\(\\))?;)",
          Pattern.MULTILINE);
  private static final Pattern EMPTY_CONSTRUCTOR =
      Pattern.compile("^( *(?:private )?\\w+\\(\\)) \\{\\n *\\}$", Pattern.MULTILINE);
  private static final Pattern EMPTY_RECORD =
      Pattern.compile("^( *public (?:static )?record .*) \\{\\n *\\}$", Pattern.MULTILINE);

  private RecordLayout() {}

  static String tidy(String source) {
    String text =
        HEADER.matcher(source).replaceAll(found -> Matcher.quoteReplacement(header(found)));
    text = FIELDS.matcher(text).replaceAll("$1\n");
    text = EMPTY_RECORD.matcher(text).replaceAll("$1 {}");
    return EMPTY_CONSTRUCTOR.matcher(text).replaceAll("$1 {}");
  }

  private static String header(MatchResult found) {
    String indent = found.group(1);
    String start = indent + found.group(2);
    String end = found.group(4) == null ? ") {" : ") " + found.group(4).strip() + " {";
    // Within its own header a record's nested types need no qualifier.
    Matcher record = RECORD.matcher(found.group(2));
    String given =
        record.find()
            ? found.group(3).replaceAll("\\b" + record.group(1) + "\\. ?(?=[@\\w])", "")
            : found.group(3);
    List<String> parameters = split(given);
    String onOneLine = start + String.join(", ", parameters) + end;
    if (onOneLine.length() <= WIDTH) {
      return onOneLine;
    }
    String broken =
        start + "\n" + indent + "    " + String.join(",\n" + indent + "    ", parameters) + ")";
    return found.group(4) == null
        ? broken + " {"
        : broken + "\n" + indent + "    " + found.group(4).strip() + " {";
  }

  /** At the commas that are not within type arguments. */
  private static List<String> split(String parameters) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < parameters.length(); i++) {
      char c = parameters.charAt(i);
      if (c == '<') {
        depth++;
      } else if (c == '>') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(parameters.substring(start, i).strip().replaceAll("\\s+", " "));
        start = i + 1;
      }
    }
    parts.add(parameters.substring(start).strip().replaceAll("\\s+", " "));
    return parts;
  }
}
