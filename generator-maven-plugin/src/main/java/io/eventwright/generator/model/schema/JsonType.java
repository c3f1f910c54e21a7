package io.eventwright.generator.model.schema;

import java.util.Locale;
import java.util.Optional;

/** A type that the keyword {@code type} can name. */
public enum JsonType {
  NULL,
  BOOLEAN,
  OBJECT,
  ARRAY,
  NUMBER,
  STRING,
  INTEGER;

  /** The name in a schema: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of that name. */
  public static Optional<JsonType> named(String name) {
    for (JsonType type : values()) {
      if (type.label().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
