package io.eventwright.generator.render;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes values as YAML that every reader understands alike: strings are quoted, since
 * CloudFormation reads YAML 1.1, where {@code NO} is false and {@code 12:30} is 750.
 */
public final class YamlText {

  /** What CloudFormation's {@code Sub} replaces: {@code ${name}}, which Velocity cannot spell. */
  public String sub(String name) {
    return "${" + name + "}";
  }

  /** A string as a double-quoted scalar, of JSON as well. */
  public String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(point -> appendEscaped(out, point));
    return out.append('"').toString();
  }

  /**
   * A map as block lines with {@code indent} spaces before each key, lists on one line, in the
   * order given. Starts with a line break, so that it follows its key's colon.
   */
  public String block(Map<?, ?> map, int indent) {
    StringBuilder out = new StringBuilder();
    map.forEach(
        (key, value) -> {
          out.append('\n').append(" ".repeat(indent)).append(key(String.valueOf(key))).append(':');
          if (value instanceof Map<?, ?> nested && !nested.isEmpty()) {
            out.append(block(nested, indent + 2));
          } else {
            out.append(' ').append(flow(value));
          }
        });
    return out.toString();
  }

  /** A value on one line; it is JSON too. */
  public String flow(Object value) {
    if (value instanceof Map<?, ?> map) {
      List<String> members =
          map.entrySet().stream()
              .map(each -> quote(String.valueOf(each.getKey())) + ": " + flow(each.getValue()))
              .toList();
      return members.isEmpty() ? "{}" : "{ " + String.join(", ", members) + " }";
    }
    if (value instanceof Collection<?> list) {
      return "[" + String.join(", ", list.stream().map(this::flow).toList()) + "]";
    }
    return value instanceof String text ? quote(text) : String.valueOf(value);
  }

  private String key(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9_.-]*")
            && !name.matches("(?i)y|n|yes|no|on|off|true|false|null")
        ? name
        : quote(name);
  }

  private static void appendEscaped(StringBuilder out, int point) {
    switch (point) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      default -> {
        if (point < 0x20
            || (point >= 0x7f && point <= 0x9f)
            || point == 0x2028
            || point == 0x2029
            || point == 0xfeff
            || (point >= 0xd800 && point <= 0xdfff)) {
          out.append(String.format("\\u%04x", point));
        } else {
          out.appendCodePoint(point);
        }
      }
    }
  }
}
