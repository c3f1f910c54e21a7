package io.eventwright.generator.load.document;

import io.eventwright.generator.diagnostic.SourceLocation;

/** A value in a JSON or YAML document, with its place. */
public sealed interface Node
    permits ObjectNode, ArrayNode, StringNode, NumberNode, BooleanNode, NullNode {

  /** Where the value starts. */
  SourceLocation location();

  /** What the value is, as a user would call it: "an object", "a string". */
  String kind();
}
