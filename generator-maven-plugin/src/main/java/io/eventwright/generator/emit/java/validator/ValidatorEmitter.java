package io.eventwright.generator.emit.java.validator;

import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes one class for each root schema: a {@code Validator}, reached by its constant {@code
 * INSTANCE}. A schema that several roots refer to is a class of its own, which they call.
 */
public final class ValidatorEmitter {

  private final SchemaSet set;
  private final boolean annotating;

  /** An emitter for roots of one set. */
  public ValidatorEmitter(SchemaSet set) {
    this(set, false);
  }

  private ValidatorEmitter(SchemaSet set, boolean annotating) {
    this.set = set;
    this.annotating = annotating;
  }

  /** The same, but the validators also collect annotations: a third method for each schema. */
  public ValidatorEmitter annotating() {
    return new ValidatorEmitter(set, true);
  }

  /** The same as {@link #emit(List, String)}, with all that is shared beside the first target. */
  public List<GeneratedFile> emit(List<ValidatorTarget> targets) {
    return emit(targets, targets.isEmpty() ? "" : targets.get(0).packageName());
  }

  /**
   * The validators' files; paths are relative to a source folder.
   *
   * @param sharedPackage the package of validators that nobody asked for, but several targets need
   * @return those of the targets, in their order, then the shared ones
   */
  public List<GeneratedFile> emit(List<ValidatorTarget> targets, String sharedPackage) {
    SharedNames names = new SharedNames(set, sharedPackage, targets);
    ValidatorSet all = new ValidatorSet(set, targets, names, annotating);
    List<GeneratedFile> files = new ArrayList<>();
    for (ValidatorClass each : all.classes()) {
      String source = printable(all.node(each.head()).location().file());
      files.add(new ValidatorFile(each, source, annotating).write());
    }
    return files;
  }

  /** A file's name is data too: it must not end the comment it stands in. */
  static String printable(String file) {
    return file.replaceAll("[^A-Za-z0-9._/ $-]", "_");
  }
}
