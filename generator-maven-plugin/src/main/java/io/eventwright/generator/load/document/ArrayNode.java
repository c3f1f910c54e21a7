package io.eventwright.generator.load.document;

import io.eventwright.generator.diagnostic.SourceLocation;
import java.util.List;

/**
 * An array.
 *
 * @param location where it starts
 * @param items its items in order
 */
public record ArrayNode(SourceLocation location, List<Node> items) implements Node {

  /** Keeps the items immutable. */
  public ArrayNode {
    items = List.copyOf(items);
  }

  @Override
  public String kind() {
    return "an array";
  }
}
