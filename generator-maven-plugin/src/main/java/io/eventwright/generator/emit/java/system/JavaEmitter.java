package io.eventwright.generator.emit.java.system;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.Emitter;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.PackageInfoEmitter;
import io.eventwright.generator.emit.java.SchemaTypes;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.emit.java.data.JavaData;
import io.eventwright.generator.emit.java.data.JavaTypesEmitter;
import io.eventwright.generator.emit.stub.StubEmitter;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayList;
import java.util.List;

/**
 * All Java of a system: what is made from its schemas and what is made from {@code system.yaml}.
 *
 * @param schemas of the system
 * @param madeFrom the file that describes the system, relative to the project
 */
public record JavaEmitter(SchemaSet schemas, String madeFrom) implements Emitter {

  @Override
  public Checked<List<GeneratedFile>> emit(EventSystem system) {
    Diagnostics found = new Diagnostics();
    JavaData data = found.take(data(system)).value();
    SystemJava java = java(system, data);
    List<GeneratedFile> files = new ArrayList<>(data.files());
    files.addAll(new SystemJavaEmitter(java).emit());
    files.addAll(new PackageInfoEmitter(java).emit(files));
    return Checked.of(files, found);
  }

  /** A first version of each class that the user has to write; what is wrong is said elsewhere. */
  public List<GeneratedFile> stubs(EventSystem system) {
    return new StubEmitter(java(system, data(system).value())).emit();
  }

  /** What the types are, for what is no Java; what is wrong is said elsewhere. */
  public SchemaTypes types(EventSystem system) {
    return new DerivedTypes(
        system, new JavaNames(system.basePackage()), typesEmitter(system).types().value());
  }

  private Checked<JavaData> data(EventSystem system) {
    return typesEmitter(system).emit();
  }

  private JavaTypesEmitter typesEmitter(EventSystem system) {
    JavaNames names = new JavaNames(system.basePackage());
    return new JavaTypesEmitter(
        NeededSchemas.added(schemas, system),
        names,
        SystemRoots.of(system, names),
        SystemRoots.identifiers(system, names),
        madeFrom);
  }

  private SystemJava java(EventSystem system, JavaData data) {
    JavaNames names = new JavaNames(system.basePackage());
    return new SystemJava(system, new DerivedTypes(system, names, data.model()), madeFrom);
  }
}
