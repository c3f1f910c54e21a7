package io.eventwright.generator.load.sample;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostic;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.BooleanNode;
import io.eventwright.generator.load.document.Documents;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.NullNode;
import io.eventwright.generator.load.document.NumberNode;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One JSON value a file, or one a line. */
final class JsonLines {

  private JsonLines() {}

  /** All values of a file, with their places; what cannot be read is reported and left out. */
  static List<Node> read(String file, byte[] content, Diagnostics found) {
    List<byte[]> lines = lines(content);
    if (!isLines(file, lines)) {
      Node root = found.take(Documents.read(file, content)).valueOrNull();
      return root == null ? List.of() : List.of(root);
    }
    List<Node> roots = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!isBlank(lines.get(i))) {
        Checked<Node> read = Documents.read(file, lines.get(i));
        for (Diagnostic each : read.diagnostics()) {
          found.add(moved(each, i));
        }
        if (read.valueOrNull() != null) {
          roots.add(moved(read.value(), i));
        }
      }
    }
    return roots;
  }

  /** By the file's name, or because its first line is a whole object and another one follows. */
  private static boolean isLines(String file, List<byte[]> lines) {
    if (file.toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|ndjson)")) {
      return true;
    }
    List<byte[]> full = lines.stream().filter(line -> !isBlank(line)).limit(2).toList();
    return full.size() == 2
        && first(full.get(0)) == '{'
        && last(full.get(0)) == '}'
        && first(full.get(1)) == '{';
  }

  private static List<byte[]> lines(byte[] content) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= content.length; i++) {
      if (i == content.length || content[i] == '\n') {
        lines.add(Arrays.copyOfRange(content, start, i));
        start = i + 1;
      }
    }
    return lines;
  }

  private static boolean isBlank(byte[] line) {
    return first(line) < 0;
  }

  /** The first character that says something, -1 when there is none. */
  private static int first(byte[] line) {
    for (int i = 0; i < line.length; i++) {
      int each = line[i] & 0xFF;
      // A byte order mark is no text.
      if (each > ' ' && !(i < 3 && (each == 0xEF || each == 0xBB || each == 0xBF))) {
        return each;
      }
    }
    return -1;
  }

  private static int last(byte[] line) {
    for (int i = line.length - 1; i >= 0; i--) {
      if ((line[i] & 0xFF) > ' ') {
        return line[i] & 0xFF;
      }
    }
    return -1;
  }

  /** A finding may name another place of the line, which was read as a document of its own. */
  private static Diagnostic moved(Diagnostic finding, int lines) {
    SourceLocation location = moved(finding.location(), lines);
    String before = " at " + location.file() + ":";
    return new Diagnostic(
        location,
        finding.severity(),
        finding.ruleId(),
        finding.message().replace(before + "1:", before + location.line() + ":"));
  }

  private static SourceLocation moved(SourceLocation location, int lines) {
    return new SourceLocation(location.file(), location.line() + lines, location.column());
  }

  private static Node moved(Node node, int lines) {
    SourceLocation location = moved(node.location(), lines);
    if (node instanceof ObjectNode object) {
      Map<String, ObjectNode.Member> members = new LinkedHashMap<>();
      object
          .members()
          .forEach(
              (name, member) ->
                  members.put(
                      name,
                      new ObjectNode.Member(
                          name,
                          moved(member.nameLocation(), lines),
                          moved(member.value(), lines))));
      return new ObjectNode(location, members);
    }
    if (node instanceof ArrayNode array) {
      return new ArrayNode(
          location, array.items().stream().map(each -> moved(each, lines)).toList());
    }
    if (node instanceof StringNode string) {
      return new StringNode(location, string.value());
    }
    if (node instanceof NumberNode number) {
      return new NumberNode(location, number.text());
    }
    if (node instanceof BooleanNode bool) {
      return new BooleanNode(location, bool.value());
    }
    return new NullNode(location);
  }
}
