package io.eventwright.generator.emit.java.type;

/**
 * What schemas say of a typed identifier.
 *
 * @param words that describe it; empty when there are none
 * @param sensitive whether {@code toString} hides it
 */
public record Identifier(String words, boolean sensitive) {

  /** What two schemas say of the same identifier: the first that describes it, the careful one. */
  Identifier or(Identifier other) {
    return new Identifier(words.isEmpty() ? other.words : words, sensitive || other.sensitive);
  }
}
