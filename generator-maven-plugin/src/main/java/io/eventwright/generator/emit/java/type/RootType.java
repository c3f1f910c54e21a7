package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.model.schema.SchemaKey;
import java.util.List;

/**
 * A type to generate from a root schema.
 *
 * @param name of the class
 * @param versions the schema in all its minors, oldest first; the class is made from the newest,
 *     and reads all
 */
public record RootType(ClassName name, List<SchemaKey> versions) {
  public RootType {
    versions = List.copyOf(versions);
  }

  /** The schema that the class is made from. */
  public SchemaKey newest() {
    return versions.get(versions.size() - 1);
  }
}
