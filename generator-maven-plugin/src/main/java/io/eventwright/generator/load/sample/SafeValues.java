package io.eventwright.generator.load.sample;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;
import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.NumberNode;
import io.eventwright.generator.load.document.ObjectNode;
import io.eventwright.generator.load.document.StringNode;
import java.math.BigDecimal;

/** What JSON can say and no consumer can hold. */
final class SafeValues {

  private static final int LARGEST_EXPONENT = 10_000;

  private SafeValues() {}

  /** Whether a value can be worked with; what cannot be is reported at its place. */
  static boolean check(Node node, Diagnostics found) {
    boolean safe = true;
    if (node instanceof ObjectNode object) {
      for (ObjectNode.Member member : object.members().values()) {
        safe &= text(member.name(), member.nameLocation(), found);
        safe &= check(member.value(), found);
      }
    } else if (node instanceof ArrayNode array) {
      for (Node item : array.items()) {
        safe &= check(item, found);
      }
    } else if (node instanceof StringNode string) {
      safe = text(string.value(), string.location(), found);
    } else if (node instanceof NumberNode number) {
      safe = number(number, found);
    }
    return safe;
  }

  private static boolean text(String text, SourceLocation location, Diagnostics found) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        found.error(
            location,
            "lone-surrogate",
            "This text has half of a character, which no file can hold. Remove it.");
        return false;
      }
    }
    return true;
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
