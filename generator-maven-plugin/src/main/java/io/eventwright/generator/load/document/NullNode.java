package io.eventwright.generator.load.document;

import io.eventwright.generator.diagnostic.SourceLocation;

/**
 * Null.
 *
 * @param location where it is
 */
public record NullNode(SourceLocation location) implements Node {

  @Override
  public String kind() {
    return "null";
  }
}
