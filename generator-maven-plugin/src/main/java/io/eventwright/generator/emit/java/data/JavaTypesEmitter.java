package io.eventwright.generator.emit.java.data;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.record.TypeFileEmitter;
import io.eventwright.generator.emit.java.type.JavaTypes;
import io.eventwright.generator.emit.java.type.RootType;
import io.eventwright.generator.emit.java.type.TypeAssumptions;
import io.eventwright.generator.emit.java.type.TypeModel;
import io.eventwright.generator.emit.java.validator.ValidatorEmitter;
import io.eventwright.generator.emit.java.validator.ValidatorTarget;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Schemas to Java: a record and a codec for each root, a validator for each of its versions.
 *
 * @param schemas all that the roots refer to
 * @param names where the classes go
 * @param roots in the order in which they are generated
 * @param identifiers typed identifiers that are wanted even if no schema names them
 * @param madeFrom what the head comment of identifiers names as their source
 */
public record JavaTypesEmitter(
    SchemaSet schemas,
    JavaNames names,
    List<RootType> roots,
    List<ClassName> identifiers,
    String madeFrom) {

  /** The files, and what the types are; beside notes of what has no Java type. */
  public Checked<JavaData> emit() {
    return emit(false);
  }

  /**
   * The same, with validators that may also collect annotations.
   *
   * @param annotating whether they do: each schema is a third method then
   */
  public Checked<JavaData> emit(boolean annotating) {
    Diagnostics found = new Diagnostics();
    TypeModel model = found.take(types()).value();
    List<GeneratedFile> files = new ArrayList<>(new TypeFileEmitter(model, madeFrom).emit());
    ValidatorEmitter emitter = new ValidatorEmitter(TypeAssumptions.bounded(assumed()));
    files.addAll(
        (annotating ? emitter.annotating() : emitter)
            .emit(validators(model), names.shared("any").packageName()));
    return Checked.of(new JavaData(files, model), found);
  }

  /** A validator for each version of each root that there is a class of. */
  private List<ValidatorTarget> validators(TypeModel model) {
    List<ValidatorTarget> targets = new ArrayList<>();
    for (RootType root : roots) {
      if (model.declaration(root.name()) == null) {
        continue;
      }
      for (int i = 0; i < root.versions().size(); i++) {
        ClassName name = root.validators().get(i);
        targets.add(
            new ValidatorTarget(root.versions().get(i), name.packageName(), name.simpleName()));
      }
    }
    return targets;
  }

  /** What the types are, without their files. */
  public Checked<TypeModel> types() {
    return JavaTypes.of(assumed(), names, roots, identifiers);
  }

  /** The schemas, with what is assumed of all data that becomes Java. */
  private SchemaSet assumed() {
    Set<SchemaKey> versions = new LinkedHashSet<>();
    roots.forEach(root -> versions.addAll(root.versions()));
    return TypeAssumptions.applied(schemas, versions);
  }
}
