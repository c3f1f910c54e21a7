package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Schemas to Java types: which there are, what they hold, what they are called. */
public final class JavaTypes {

  private JavaTypes() {}

  /**
   * The types that some roots need.
   *
   * @param schemas with what is assumed said
   * @param roots each gets a class of its name
   * @param identifiers typed identifiers that are wanted even if no schema names them
   */
  public static Checked<TypeModel> of(
      SchemaSet schemas, JavaNames names, List<RootType> roots, Collection<ClassName> identifiers) {
    Diagnostics found = new Diagnostics();
    Map<SchemaKey, TopLevel> tops = new LinkedHashMap<>();
    List<TopLevel> wanted = new ArrayList<>();
    for (RootType root : roots) {
      TopLevel top = new TopLevel(root);
      wanted.add(top);
      tops.put(root.newest(), top);
    }
    shared(schemas, names, roots, tops, found);
    TypeDerivation derivation = new TypeDerivation(schemas, names, tops, found);
    identifiers.forEach(
        identifier -> derivation.identifiers.put(identifier, new Identifier("", false)));
    wanted.forEach(top -> top.element(derivation));
    Map<TypeId, Declaration> declarations =
        TypeUnification.of(derivation.declarations, families(roots));
    TypeModel model =
        new TypeModel(
            declarations, new TypeNaming(declarations, found).names(), derivation.identifiers);
    return Checked.of(model, found);
  }

  private static Map<ClassName, String> families(List<RootType> roots) {
    Map<ClassName, String> families = new LinkedHashMap<>();
    roots.forEach(root -> families.put(root.name(), root.family()));
    return families;
  }

  /** Files that are no roots: what they define is one type for all who refer to them. */
  private static void shared(
      SchemaSet schemas,
      JavaNames names,
      List<RootType> roots,
      Map<SchemaKey, TopLevel> tops,
      Diagnostics found) {
    Set<SchemaKey> versions = new LinkedHashSet<>();
    roots.forEach(root -> versions.addAll(root.versions()));
    Set<String> taken = JavaNames.taken();
    schemas
        .roots()
        .forEach(
            (file, key) -> {
              if (!versions.contains(key)) {
                ClassName wanted = names.shared(Names.baseName(file));
                ClassName name = wanted.peerClass(JavaNames.uniqueType(wanted.simpleName(), taken));
                if (!name.equals(wanted)) {
                  found.warning(
                      schemas.node(key).location(),
                      "name-collision",
                      "the type of this file is called "
                          + name.simpleName()
                          + ", since "
                          + wanted.simpleName()
                          + " is taken; call the file otherwise.");
                }
                tops.putIfAbsent(key, new TopLevel(RootType.of(name, key).whereNeeded()));
              }
            });
  }
}
