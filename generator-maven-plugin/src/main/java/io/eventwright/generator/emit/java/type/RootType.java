package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.model.schema.JavaHint;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaNode;
import java.util.List;

/**
 * A type to generate from a root schema.
 *
 * @param name of the class
 * @param family what identical shapes are shared within, beyond the class: all majors of an event
 *     are one family
 * @param versions the schema in all its minors, oldest first; the class is made from the newest,
 *     and reads all
 * @param validators a class for each version, in the same order
 * @param always whether there is a class even when the schema is that of a plain string or list,
 *     which it then wraps
 * @param definitions whether what the schema defines becomes a type even if nothing refers to it
 */
public record RootType(
    ClassName name,
    String family,
    List<SchemaKey> versions,
    List<ClassName> validators,
    boolean always,
    boolean definitions) {
  public RootType {
    versions = List.copyOf(versions);
    validators = List.copyOf(validators);
    if (versions.size() != validators.size()) {
      throw new IllegalArgumentException("a validator for each version of " + name);
    }
  }

  /** A type of one version, its validator beside it. */
  public static RootType of(ClassName name, SchemaKey schema) {
    return new RootType(
        name, name.toString(), List.of(schema), List.of(JavaNames.validatorOf(name)), true, false);
  }

  /** The same for a schema that only others refer to: no class where it is no type of its own. */
  public RootType whereNeeded() {
    return new RootType(name, family, versions, validators, false, definitions);
  }

  /** The same with all that its schema defines. */
  public RootType withDefinitions() {
    return new RootType(name, family, versions, validators, always, true);
  }

  /** The class that a file's schema asks for by {@code javaType}, else the one that is wanted. */
  public static ClassName named(ClassName wanted, SchemaNode schema) {
    ClassName pinned =
        schema
            .find(JavaHint.JavaType.class)
            .map(type -> ExistingTypes.pinned(type, new Diagnostics()))
            .orElse(null);
    if (pinned == null) {
      return wanted;
    }
    return pinned.packageName().isEmpty() ? wanted.peerClass(pinned.simpleName()) : pinned;
  }

  /** The schema that the class is made from. */
  public SchemaKey newest() {
    return versions.get(versions.size() - 1);
  }
}
