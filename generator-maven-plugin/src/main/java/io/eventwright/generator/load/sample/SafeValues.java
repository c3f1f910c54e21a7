package io.eventwright.generator.load.sample;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.NumberNode;
import io.eventwright.generator.load.document.ObjectNode;
import java.math.BigDecimal;

/** What a document can say and no consumer can hold. */
final class SafeValues {

  private static final int LARGEST_EXPONENT = 10_000;

  private SafeValues() {}

  /** Whether a value can be worked with; what cannot be is reported at its place. */
  static boolean check(Node node, Diagnostics found) {
    boolean safe = true;
    if (node instanceof ObjectNode object) {
      for (ObjectNode.Member member : object.members().values()) {
        safe &= check(member.value(), found);
      }
    } else if (node instanceof ArrayNode array) {
      for (Node item : array.items()) {
        safe &= check(item, found);
      }
    } else if (node instanceof NumberNode number) {
      safe = number(number, found);
    }
    return safe;
  }

  private static boolean number(NumberNode number, Diagnostics found) {
    try {
      if (Math.abs((long) new BigDecimal(number.text()).scale()) <= LARGEST_EXPONENT) {
        return true;
      }
    } catch (NumberFormatException e) {
      // An exponent that does not even fit an int: out of reach like the others.
    }
    found.error(
        number.location(),
        "number-out-of-reach",
        "This number's exponent is beyond " + LARGEST_EXPONENT + ". Write it as a string.");
    return false;
  }
}
