package io.eventwright.generator.emit.java.type;

/**
 * A value within a list, a map or a component.
 *
 * @param type what it is
 * @param nullable whether it may be null
 * @param sensitive whether {@code toString} may not show it
 */
public record Element(JavaType type, boolean nullable, boolean sensitive) {

  /** Any JSON, of which nothing is said. */
  static final Element ANY = new Element(JavaType.JSON, false, false);
}
