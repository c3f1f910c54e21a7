package io.eventwright.generator.emit.java.system;

import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.Emitter;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.SystemJava;
import io.eventwright.generator.emit.java.type.JavaTypes;
import io.eventwright.generator.emit.java.type.RootType;
import io.eventwright.generator.emit.java.type.TypeAssumptions;
import io.eventwright.generator.emit.java.type.TypeModel;
import io.eventwright.generator.emit.stub.StubEmitter;
import io.eventwright.generator.model.EventSystem;
import io.eventwright.generator.model.GeneratedFile;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
    TypeModel types = found.take(types(system)).value();
    List<GeneratedFile> files = new SystemJavaEmitter(java(system, types)).emit();
    return Checked.of(files, found);
  }

  /** A first version of each class that the user has to write; what is wrong is said elsewhere. */
  public List<GeneratedFile> stubs(EventSystem system) {
    return new StubEmitter(java(system, types(system).value())).emit();
  }

  private Checked<TypeModel> types(EventSystem system) {
    JavaNames names = new JavaNames(system.basePackage());
    List<RootType> roots = SystemRoots.of(system, names);
    Set<SchemaKey> versions =
        roots.stream().flatMap(root -> root.versions().stream()).collect(Collectors.toSet());
    return JavaTypes.of(
        TypeAssumptions.applied(schemas, versions),
        names,
        roots,
        SystemRoots.identifiers(system, names));
  }

  private SystemJava java(EventSystem system, TypeModel types) {
    JavaNames names = new JavaNames(system.basePackage());
    return new SystemJava(system, new DerivedTypes(system, names, types), madeFrom);
  }
}
