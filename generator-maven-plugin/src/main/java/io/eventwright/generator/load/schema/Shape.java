package io.eventwright.generator.load.schema;

import io.eventwright.generator.load.document.ArrayNode;
import io.eventwright.generator.load.document.BooleanNode;
import io.eventwright.generator.load.document.Node;
import io.eventwright.generator.load.document.ObjectNode;
import java.util.function.BiConsumer;

/** Where in a keyword's value other schemas are. */
enum Shape {
  /** Nowhere. */
  NONE,
  /** The value is a schema. */
  SCHEMA,
  /** The value is an array of schemas. */
  SCHEMAS,
  /** The value is an object of schemas. */
  MAP,
  /** The value is a schema or an array of schemas. */
  SCHEMA_OR_SCHEMAS,
  /** The value is an object; of its values those that are no arrays are schemas. */
  DEPENDENCIES;

  /** Calls {@code visitor} with each schema and its pointer from the keyword's value. */
  void forEachSchema(Node value, BiConsumer<String, Node> visitor) {
    switch (this) {
      case NONE -> {
        // Nothing inside is a schema, whatever it looks like.
      }
      case SCHEMA -> visit("", value, visitor);
      case SCHEMAS -> items(value, visitor);
      case MAP, DEPENDENCIES -> {
        if (value instanceof ObjectNode object) {
          object
              .members()
              .values()
              .forEach(member -> visit("/" + escape(member.name()), member.value(), visitor));
        }
      }
      case SCHEMA_OR_SCHEMAS -> {
        visit("", value, visitor);
        items(value, visitor);
      }
    }
  }

  private static void items(Node value, BiConsumer<String, Node> visitor) {
    if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.items().size(); i++) {
        visit("/" + i, array.items().get(i), visitor);
      }
    }
  }

  private static void visit(String pointer, Node node, BiConsumer<String, Node> visitor) {
    if (node instanceof ObjectNode || node instanceof BooleanNode) {
      visitor.accept(pointer, node);
    }
  }

  /** A name as part of a JSON Pointer (RFC 6901). */
  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
