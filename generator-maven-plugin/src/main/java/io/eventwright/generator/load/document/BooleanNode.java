package io.eventwright.generator.load.document;

import io.eventwright.generator.diagnostic.SourceLocation;

/**
 * A boolean.
 *
 * @param location where it starts
 * @param value the value
 */
public record BooleanNode(SourceLocation location, boolean value) implements Node {

  @Override
  public String kind() {
    return "a boolean";
  }
}
