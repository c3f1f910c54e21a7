package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.model.schema.Keyword;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether {@code toString} must hide a value. A generated type hides its own parts; what is no such
 * type is hidden whole as soon as any part of it is sensitive.
 */
record Sensitivity(ShapeReader shapes) {

  /** Whether a value of that type, which those schemas describe, is to be hidden. */
  boolean hides(JavaType type, View view) {
    return shapes.read(view).annotations.sensitive
        || holdsSensitive(type)
        || hidesNothing(type) && anywhere(view.keys());
  }

  private static boolean holdsSensitive(JavaType type) {
    Element element = element(type);
    return element != null && (element.sensitive() || holdsSensitive(element.type()));
  }

  /** Whether there is JSON in it, or a class that we know nothing of. */
  private static boolean hidesNothing(JavaType type) {
    Element element = element(type);
    return element != null
        ? hidesNothing(element.type())
        : type.equals(JavaType.JSON) || type instanceof JavaType.Existing;
  }

  private static @Nullable Element element(JavaType type) {
    if (type instanceof JavaType.ListOf list) {
      return list.element();
    }
    return type instanceof JavaType.MapOf map ? map.element() : null;
  }

  /** Whether one of the schemas, or one that they apply to a part of the value, says so. */
  boolean anywhere(Collection<SchemaKey> keys) {
    Set<SchemaKey> seen = new LinkedHashSet<>(keys);
    Deque<SchemaKey> open = new ArrayDeque<>(keys);
    while (!open.isEmpty()) {
      SchemaNode node = shapes.schemas().node(open.remove());
      if (node.has(Keyword.Sensitive.class)) {
        return true;
      }
      for (Keyword keyword : node.keywords()) {
        keyword.applied().stream().filter(seen::add).forEach(open::add);
      }
    }
    return false;
  }
}
