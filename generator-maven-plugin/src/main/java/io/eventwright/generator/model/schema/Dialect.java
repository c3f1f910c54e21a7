package io.eventwright.generator.model.schema;

import java.util.Optional;

/** The version of JSON Schema that a schema is written in. */
public enum Dialect {
  /** Draft 4. */
  DRAFT_4("http://json-schema.org/draft-04/schema", "draft4"),
  /** Draft 6. */
  DRAFT_6("http://json-schema.org/draft-06/schema", "draft6"),
  /** Draft 7. */
  DRAFT_7("http://json-schema.org/draft-07/schema", "draft7"),
  /** Draft 2019-09. */
  DRAFT_2019_09("https://json-schema.org/draft/2019-09/schema", "draft2019-09"),
  /** Draft 2020-12. */
  DRAFT_2020_12("https://json-schema.org/draft/2020-12/schema", "draft2020-12"),
  /** The Schema Object of OpenAPI 3.0, which EventBridge's registry speaks. */
  OPENAPI_3_0("https://spec.openapis.org/oas/3.0/schema", "openapi3.0");

  private final String metaschema;
  private final String label;

  Dialect(String metaschema, String label) {
    this.metaschema = metaschema;
    this.label = label;
  }

  /** The URI that {@code $schema} says, without fragment. */
  public String metaschema() {
    return metaschema;
  }

  /** The short name, as in {@code draft2020-12}. */
  public String label() {
    return label;
  }

  /** Whether this dialect is {@code other} or newer; OpenAPI 3.0 counts as draft 4, its origin. */
  public boolean isAtLeast(Dialect other) {
    return level() >= other.level();
  }

  private int level() {
    return this == OPENAPI_3_0 ? 0 : ordinal();
  }

  /** The dialect that a {@code $schema} names; an empty fragment does not matter. */
  public static Optional<Dialect> ofMetaschema(String uri) {
    String plain = uri.endsWith("#") ? uri.substring(0, uri.length() - 1) : uri;
    for (Dialect dialect : values()) {
      if (dialect.metaschema.equals(plain)) {
        return Optional.of(dialect);
      }
    }
    return Optional.empty();
  }
}
