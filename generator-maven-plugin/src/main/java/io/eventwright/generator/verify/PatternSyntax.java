package io.eventwright.generator.verify;

import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.BooleanNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.NumberNode;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.verify.template.Values;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * The syntax of event patterns and filter policies: objects that end in lists of what is accepted
 * (EventBridge user guide, "Comparison operators"; SNS developer guide, "Filter policies").
 */
final class PatternSyntax {

  private static final Set<String> OPERATORS =
      Set.of(
          "prefix",
          "suffix",
          "anything-but",
          "numeric",
          "exists",
          "equals-ignore-case",
          "wildcard",
          "cidr");
  private static final Set<String> COMPARISONS = Set.of("=", "<", "<=", ">", ">=");

  private final BigDecimal largest;
  private final BiConsumer<SourceLocation, String> report;

  /**
   * Reads patterns of one service.
   *
   * @param largest the largest number that it compares, either way
   * @param report is told of each mistake
   */
  PatternSyntax(long largest, BiConsumer<SourceLocation, String> report) {
    this.largest = BigDecimal.valueOf(largest);
    this.report = report;
  }

  /** Looks at a whole pattern. */
  void check(Node pattern) {
    if (!(pattern instanceof ObjectNode object)) {
      report.accept(pattern.location(), "a pattern is an object, and this is " + pattern.kind());
    } else if (object.members().isEmpty()) {
      report.accept(pattern.location(), "an object without a field matches nothing");
    } else {
      object.members().values().forEach(this::field);
    }
  }

  /** How many of its conditions are wildcards. */
  static int wildcards(Node pattern) {
    if (pattern instanceof ArrayNode list) {
      return list.items().stream().mapToInt(PatternSyntax::wildcards).sum();
    }
    if (!(pattern instanceof ObjectNode object)) {
      return 0;
    }
    int own = object.get("wildcard") == null || object.get("wildcard") instanceof ArrayNode ? 0 : 1;
    return own + object.members().values().stream().mapToInt(each -> wildcards(each.value())).sum();
  }

  private void field(ObjectNode.Member member) {
    if (member.value() instanceof ObjectNode) {
      check(member.value());
    } else if (!(member.value() instanceof ArrayNode list)) {
      report.accept(
          member.value().location(),
          member.name() + " is " + member.value().kind() + "; write a list of what is accepted");
    } else if (list.items().isEmpty()) {
      report.accept(
          list.location(), "the list of " + member.name() + " is empty, and matches nothing");
    } else if (member.name().equals("$or")) {
      alternatives(list);
    } else {
      list.items().forEach(this::accepted);
    }
  }

  private void alternatives(ArrayNode list) {
    if (list.items().size() < 2) {
      report.accept(list.location(), "$or takes two patterns or more");
    }
    list.items().forEach(this::check);
  }

  private void accepted(Node item) {
    if (item instanceof NumberNode number) {
      number(number);
    } else if (item instanceof ArrayNode) {
      report.accept(item.location(), "a list stands within a list");
    } else if (item instanceof ObjectNode object && !isFunction(object)) {
      if (object.members().size() != 1) {
        report.accept(item.location(), "a condition is an object with one operator");
        return;
      }
      ObjectNode.Member condition = object.members().values().iterator().next();
      if (!OPERATORS.contains(condition.name())) {
        report.accept(
            condition.nameLocation(),
            condition.name()
                + " is no operator; there are "
                + String.join(", ", new TreeSet<>(OPERATORS)));
      } else {
        condition(condition.name(), condition.value());
      }
    }
  }

  private void condition(String operator, Node value) {
    switch (operator) {
      case "exists" -> require(value instanceof BooleanNode, value, "exists is true or false");
      case "numeric" -> numeric(value);
      case "anything-but" -> anythingBut(value);
      case "wildcard" -> wildcard(value);
      case "prefix", "suffix" ->
          require(
              isText(value) || Values.at(value, "equals-ignore-case") instanceof StringNode,
              value,
              operator + " takes a text");
      default -> require(isText(value), value, operator + " takes a text");
    }
  }

  private void anythingBut(Node value) {
    if (value instanceof ObjectNode object && !isFunction(object)) {
      ObjectNode.Member inner =
          object.members().size() == 1 ? object.members().values().iterator().next() : null;
      boolean known =
          inner != null
              && List.of("prefix", "suffix", "equals-ignore-case", "wildcard")
                  .contains(inner.name());
      require(
          known,
          value,
          "anything-but takes values, or one of prefix, suffix, equals-ignore-case and wildcard");
      return;
    }
    List<Node> values = Values.many(value);
    require(!values.isEmpty(), value, "the list of anything-but is empty");
    for (Node each : values) {
      if (each instanceof NumberNode number) {
        number(number);
      } else {
        require(isText(each), each, "anything-but takes texts and numbers");
      }
    }
  }

  private void wildcard(Node value) {
    String text = Values.text(value);
    require(
        isText(value)
            && text != null
            && !text.contains("**")
            && text.matches("([^\\\\]|\\\\[*\\\\])*"),
        value,
        "a wildcard is a text without ** and with no escapes but \\* and \\\\");
  }

  private void numeric(Node value) {
    List<Node> parts = Values.many(value);
    boolean pairs = value instanceof ArrayNode && (parts.size() == 2 || parts.size() == 4);
    for (int i = 0; pairs && i < parts.size(); i += 2) {
      pairs =
          parts.get(i) instanceof StringNode comparison
              && COMPARISONS.contains(comparison.value())
              && parts.get(i + 1) instanceof NumberNode;
    }
    if (!pairs) {
      report.accept(
          value.location(), "numeric takes one or two pairs of a comparison and a number");
      return;
    }
    parts.forEach(
        part -> {
          if (part instanceof NumberNode number) {
            number(number);
          }
        });
    if (parts.size() == 4 && !isRange(parts)) {
      report.accept(
          value.location(), "a range goes from > or >= a lower number to < or <= a higher one");
    }
  }

  private static boolean isRange(List<Node> parts) {
    String from = String.valueOf(Values.text(parts.get(0)));
    String to = String.valueOf(Values.text(parts.get(2)));
    return from.startsWith(">")
        && to.startsWith("<")
        && value(parts.get(1)).compareTo(value(parts.get(3))) < 0;
  }

  private static BigDecimal value(Node number) {
    return new BigDecimal(String.valueOf(Values.text(number)));
  }

  private void number(NumberNode number) {
    // An exponent beyond reach is refused before anything is computed with it.
    boolean inReach =
        number.text().length() <= 40
            && Math.abs((long) value(number).scale()) < 100
            && value(number).abs().compareTo(largest) <= 0;
    require(
        inReach,
        number,
        "the number " + shortened(number.text()) + " is beyond " + largest.toPlainString());
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  /** A text, or what CloudFormation makes one of. */
  private static boolean isText(Node value) {
    return value instanceof StringNode || value instanceof ObjectNode object && isFunction(object);
  }

  private static boolean isFunction(ObjectNode object) {
    return object.members().size() == 1
        && object.names().stream().allMatch(name -> name.equals("Ref") || name.startsWith("Fn::"));
  }

  private void require(boolean holds, Node value, String message) {
    if (!holds) {
      report.accept(value.location(), message);
    }
  }
}
