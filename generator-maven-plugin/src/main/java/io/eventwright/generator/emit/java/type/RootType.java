package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.model.schema.SchemaKey;
import java.util.List;

/**
 * A type to generate from a root schema.
 *
 * @param name of the class
 * @param versions the schema in all its minors, oldest first; the class is made from the newest,
 *     and reads all
 * @param validators a class for each version, in the same order
 */
public record RootType(ClassName name, List<SchemaKey> versions, List<ClassName> validators) {
  public RootType {
    versions = List.copyOf(versions);
    validators = List.copyOf(validators);
    if (versions.size() != validators.size()) {
      throw new IllegalArgumentException("a validator for each version of " + name);
    }
  }

  /** A type of one version, its validator beside it. */
  public static RootType of(ClassName name, SchemaKey schema) {
    return new RootType(name, List.of(schema), List.of(JavaNames.validatorOf(name)));
  }

  /** The schema that the class is made from. */
  public SchemaKey newest() {
    return versions.get(versions.size() - 1);
  }
}
