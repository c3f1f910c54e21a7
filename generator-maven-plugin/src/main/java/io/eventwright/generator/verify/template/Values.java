package io.eventwright.generator.verify.template;

import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.BooleanNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.NumberNode;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a template's values, whichever way they are written. */
public final class Values {

  /** What {@code Fn::Sub} replaces; an exclamation mark keeps it from that. */
  private static final Pattern REPLACED = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");

  private Values() {}

  /** What a path of names leads to; null when it leads nowhere. */
  public static @Nullable Node at(@Nullable Node from, String... path) {
    Node node = from;
    for (String name : path) {
      node = node instanceof ObjectNode object ? object.get(name) : null;
    }
    return node;
  }

  /** A list's items, the one value that stands for such a list, or none. */
  public static List<Node> many(@Nullable Node node) {
    if (node == null) {
      return List.of();
    }
    return node instanceof ArrayNode list ? list.items() : List.of(node);
  }

  /** A text, number or truth value as text; null for anything else. */
  public static @Nullable String text(@Nullable Node node) {
    if (node instanceof StringNode text) {
      return text.value();
    }
    if (node instanceof NumberNode number) {
      return number.text();
    }
    return node instanceof BooleanNode truth ? String.valueOf(truth.value()) : null;
  }

  /** A text as it is written, what {@code Fn::Sub} would replace in it included. */
  public static @Nullable String written(@Nullable Node node) {
    Node inner = at(node, "Fn::Sub");
    return inner == null ? text(node) : first(inner);
  }

  /** The texts among a list's items. */
  public static List<String> texts(@Nullable Node node) {
    List<String> texts = new ArrayList<>();
    for (Node item : many(node)) {
      String text = text(item);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** A whole number, also one that is written as text. */
  public static OptionalLong number(@Nullable Node node) {
    String text = text(node);
    if (text == null || !text.matches("-?[0-9]{1,15}")) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(new BigDecimal(text).longValueExact());
  }

  /** The number at a place, or what the service takes where none is given. */
  public static long number(@Nullable Node node, long byDefault) {
    return number(node).orElse(byDefault);
  }

  /** Whether it is {@code true}, also written as text. */
  public static boolean isTrue(@Nullable Node node) {
    return "true".equals(text(node));
  }

  /** Whether two values are one, wherever they stand. */
  public static boolean same(@Nullable Node one, @Nullable Node other) {
    if (one instanceof ObjectNode a && other instanceof ObjectNode b) {
      return a.names().equals(b.names())
          && a.names().stream().allMatch(name -> same(a.get(name), b.get(name)));
    }
    if (one instanceof ArrayNode a && other instanceof ArrayNode b) {
      return a.items().size() == b.items().size()
          && IntStream.range(0, a.items().size())
              .allMatch(i -> same(a.items().get(i), b.items().get(i)));
    }
    String text = text(one);
    return text != null && text.equals(text(other));
  }

  /** The logical ids that a value is made of, in order. */
  public static List<String> references(@Nullable Node node) {
    List<String> ids = new ArrayList<>();
    collect(node, ids);
    return ids;
  }

  /** The one resource that a value names: by {@code Ref}, {@code GetAtt}, or within a text. */
  public static Optional<String> reference(@Nullable Node node) {
    List<String> ids = references(node);
    return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
  }

  private static void collect(@Nullable Node node, List<String> ids) {
    if (node instanceof ArrayNode list) {
      list.items().forEach(item -> collect(item, ids));
    } else if (node instanceof ObjectNode object) {
      for (ObjectNode.Member member : object.members().values()) {
        switch (member.name()) {
          case "Ref" -> id(text(member.value()), ids);
          case "Fn::GetAtt" -> id(first(member.value()), ids);
          case "Fn::Sub" -> substituted(member.value(), ids);
          default -> collect(member.value(), ids);
        }
      }
    }
  }

  private static @Nullable String first(Node value) {
    return value instanceof ArrayNode list
        ? (list.items().isEmpty() ? null : text(list.items().get(0)))
        : text(value);
  }

  private static void substituted(Node value, List<String> ids) {
    if (value instanceof ArrayNode list) {
      list.items().stream().skip(1).forEach(item -> collect(item, ids));
    }
    String text = first(value);
    Matcher found = REPLACED.matcher(text == null ? "" : text);
    while (found.find()) {
      id(found.group(1), ids);
    }
  }

  private static void id(@Nullable String name, List<String> ids) {
    // Pseudo parameters, such as AWS::Region, are no resources.
    if (name != null && !name.contains("::")) {
      ids.add(name.replaceFirst("\\..*", ""));
    }
  }
}
