package io.eventwright.generator.load.schema;

import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.BooleanNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.NullNode;
import io.eventwright.generator.load.document.NumberNode;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import io.eventwright.runtime.json.JsonArray;
import io.eventwright.runtime.json.JsonBoolean;
import io.eventwright.runtime.json.JsonNull;
import io.eventwright.runtime.json.JsonNumber;
import io.eventwright.runtime.json.JsonObject;
import io.eventwright.runtime.json.JsonString;
import io.eventwright.runtime.json.JsonValue;
import java.math.BigDecimal;

/** Nodes as plain values, without their places. */
public final class Values {

  private static final int LARGEST_EXPONENT = 10_000;

  private Values() {}

  /**
   * The value of a node.
   *
   * @throws ArithmeticException when a number in it has an exponent out of reach
   */
  public static JsonValue of(Node node) {
    if (node instanceof ObjectNode object) {
      JsonObject.Builder builder = JsonObject.builder();
      object.members().values().forEach(each -> builder.put(each.name(), of(each.value())));
      return builder.build();
    }
    if (node instanceof ArrayNode array) {
      return JsonArray.of(array.items().stream().map(Values::of).toList());
    }
    if (node instanceof NumberNode number) {
      return number(number.text());
    }
    if (node instanceof StringNode string) {
      return new JsonString(string.value());
    }
    if (node instanceof BooleanNode bool) {
      return JsonBoolean.of(bool.value());
    }
    if (node instanceof NullNode) {
      return JsonNull.NULL;
    }
    throw new IllegalStateException("a kind of node that is new: " + node.kind());
  }

  private static JsonValue number(String text) {
    try {
      if (Math.abs((long) new BigDecimal(text).scale()) <= LARGEST_EXPONENT) {
        return JsonNumber.ofText(text);
      }
    } catch (NumberFormatException e) {
      // An exponent that does not even fit an int; refused below with the rest.
    }
    throw new ArithmeticException("an exponent out of reach");
  }
}
