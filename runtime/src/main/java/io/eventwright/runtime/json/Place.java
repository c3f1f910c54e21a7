package io.eventwright.runtime.json;

import org.jspecify.annotations.Nullable;

/**
 * A place in a value and in a schema, linked to the place around it. Pointers are only written out
 * for what is reported.
 *
 * @param around null for the root
 * @param part a member's name or an item's index within the value around; null for the same value
 * @param keywordPath from the schema around to this one, such as {@code /properties/price}
 * @param location the URI of the schema here when it is not simply below the one around
 */
record Place(
    @Nullable Place around, @Nullable String part, String keywordPath, @Nullable String location) {

  static Place root(String location) {
    return new Place(null, null, "", location);
  }

  /** The same value, at a schema below this one. */
  Place at(String path) {
    return new Place(this, null, path, null);
  }

  /** A part of the value, at a schema below this one. */
  Place part(String name, String path) {
    return new Place(this, name, path, null);
  }

  /** The same place, where a schema with another URI is entered. */
  Place in(String otherLocation) {
    return new Place(around, part, keywordPath, otherLocation);
  }

  String instancePointer() {
    StringBuilder pointer = new StringBuilder();
    appendInstance(pointer);
    return pointer.toString();
  }

  private void appendInstance(StringBuilder pointer) {
    if (around != null) {
      around.appendInstance(pointer);
    }
    if (part != null) {
      pointer.append('/').append(part.replace("~", "~0").replace("/", "~1"));
    }
  }

  String schemaPointer() {
    return around == null ? keywordPath : around.schemaPointer() + keywordPath;
  }

  String absoluteLocation() {
    if (location != null) {
      return location;
    }
    return around == null ? keywordPath : around.absoluteLocation() + keywordPath;
  }
}
