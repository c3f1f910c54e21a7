package io.eventwright.generator.load.document;

import io.eventwright.generator.diagnostic.SourceLocation;

/**
 * A string.
 *
 * @param location where it starts
 * @param value the text
 */
public record StringNode(SourceLocation location, String value) implements Node {

  @Override
  public String kind() {
    return "a string";
  }
}
