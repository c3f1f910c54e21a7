package io.eventwright.generator.load.document;

import io.eventwright.generator.diagnostic.SourceLocation;

/**
 * A number.
 *
 * @param location where it starts
 * @param text the number as written, in JSON's notation
 */
public record NumberNode(SourceLocation location, String text) implements Node {

  @Override
  public String kind() {
    return "a number";
  }
}
