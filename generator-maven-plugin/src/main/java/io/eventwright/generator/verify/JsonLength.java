package io.eventwright.generator.verify;

import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.generator.verify.template.Values;

/** How long a value is as JSON without white space. */
final class JsonLength {

  /** What a reference may become: a resource's name or ARN. */
  private static final int REPLACED = 80;

  private JsonLength() {}

  static int of(Node node) {
    if (node instanceof ArrayNode list) {
      return 2 + commas(list.items().size()) + list.items().stream().mapToInt(JsonLength::of).sum();
    }
    if (node instanceof ObjectNode object) {
      if (!Values.references(object).isEmpty()
          && object.members().size() == 1
          && isFunction(object)) {
        return REPLACED;
      }
      return 2
          + commas(object.members().size())
          + object.members().values().stream()
              .mapToInt(each -> quoted(each.name()) + 1 + of(each.value()))
              .sum();
    }
    if (node instanceof StringNode text) {
      return quoted(text.value());
    }
    String text = Values.text(node);
    return text == null ? "null".length() : text.length();
  }

  private static boolean isFunction(ObjectNode object) {
    return object.names().stream().allMatch(name -> name.equals("Ref") || name.startsWith("Fn::"));
  }

  private static int commas(int size) {
    return Math.max(0, size - 1);
  }

  private static int quoted(String text) {
    return 2 + text.chars().map(each -> each < ' ' ? 6 : each == '"' || each == '\\' ? 2 : 1).sum();
  }
}
