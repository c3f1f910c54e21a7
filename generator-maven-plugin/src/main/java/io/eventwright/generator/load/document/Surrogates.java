package io.eventwright.generator.load.document;

import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.diagnostic.SourceLocation;

/** Looks for text that no encoding can carry. */
final class Surrogates {

  private Surrogates() {}

  /** Reports half of a surrogate pair that stands alone: no document on the wire can hold it. */
  static void check(String text, SourceLocation location, Diagnostics found) {
    boolean alone =
        text.codePoints()
            .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (alone) {
      found.error(
          location,
          "lone-surrogate",
          "The text holds half of a surrogate pair, which no document can carry. Write the whole"
              + " character.");
    }
  }
}
