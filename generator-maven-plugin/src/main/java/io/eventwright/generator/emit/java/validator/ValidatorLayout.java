package io.eventwright.generator.emit.java.validator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Breaks lines that are too long, where people would: behind an arrow or an equals sign, then
 * behind a parenthesis, then behind each comma. What a schema says stays in its quotes, on a line
 * however long.
 */
final class ValidatorLayout {

  private static final int WIDTH = 100;

  private static final Pattern ARROW =
      Pattern.compile(
          "^( *)((?:case (?:\\d+|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\")|default) ->) (\\S.*)$");
  private static final Pattern ASSIGNMENT = Pattern.compile("^( *)([^\"=()]+ =) (?!=)(\\S.*)$");
  private static final Pattern CALL = Pattern.compile("^( *)([^\"]*?\\w\\()(.*)(\\);|\\)\\) \\{)$");

  private static final Pattern CONDITION = Pattern.compile("^ *(?:&&|[|][|]|[|]|[+]) ");

  private ValidatorLayout() {}

  static String tidy(String source) {
    return joined(source.lines().toList()).stream()
        .map(ValidatorLayout::broken)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Conditions are written a line each; those that fit on one line are put there. */
  private static List<String> joined(List<String> lines) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int end = i + 1;
      while (end < lines.size() && CONDITION.matcher(lines.get(end)).find()) {
        end++;
      }
      String together = together(lines.subList(i, end));
      if (end > i + 1 && together.length() <= WIDTH) {
        all.add(together);
      } else {
        all.addAll(lines.subList(i, end));
      }
      i = end - 1;
    }
    return all;
  }

  private static String together(List<String> lines) {
    StringBuilder text = new StringBuilder(lines.get(0));
    for (int i = 1; i < lines.size() && text.length() <= WIDTH; i++) {
      text.append(' ').append(lines.get(i).strip());
    }
    return text.toString();
  }

  private static String broken(String line) {
    boolean comment = line.startsWith("import ") || line.strip().startsWith("*");
    if (line.length() <= WIDTH || comment || line.strip().startsWith("//")) {
      return line;
    }
    Matcher arrow = ARROW.matcher(line);
    if (arrow.matches() && !arrow.group(3).equals("{")) {
      return arrow.group(1)
          + arrow.group(2)
          + "\n"
          + broken(arrow.group(1) + "    " + arrow.group(3));
    }
    Matcher assignment = ASSIGNMENT.matcher(line);
    if (assignment.matches()) {
      return assignment.group(1)
          + assignment.group(2)
          + "\n"
          + broken(assignment.group(1) + "    " + assignment.group(3));
    }
    Matcher call = CALL.matcher(line);
    return call.matches() && !call.group(3).isEmpty() ? brokenCall(call) : line;
  }

  private static String brokenCall(Matcher call) {
    String start = call.group(1) + call.group(2);
    String indent = "\n" + call.group(1) + "    ";
    List<String> arguments = arguments(call.group(3));
    String together = String.join(", ", arguments);
    boolean fits = indent.length() - 1 + together.length() + call.group(4).length() <= WIDTH;
    return start
        + indent
        + (fits ? together : String.join("," + indent, arguments))
        + call.group(4);
  }

  /** What stands between commas that are in no parentheses and no quotes. */
  private static List<String> arguments(String text) {
    List<String> all = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '(' || c == ')')) {
        depth += c == '(' ? 1 : -1;
      } else if (!quoted && depth == 0 && c == ',') {
        all.add(text.substring(start, i));
        start = i + 2;
      }
    }
    all.add(text.substring(start));
    return all;
  }
}
