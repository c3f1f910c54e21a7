package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.diagnostic.Checked;
import io.eventwright.generator.diagnostic.Diagnostics;
import io.eventwright.generator.emit.java.DocumentNames;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.model.schema.SchemaKey;
import io.eventwright.generator.model.schema.SchemaSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
    roots.stream().filter(RootType::definitions).forEach(root -> define(root, derivation));
    Map<TypeId, Declaration> declarations =
        TypeUnification.of(derivation.declarations, families(roots));
    checkNames(declarations, found);
    TypeModel model =
        new TypeModel(
            declarations, new TypeNaming(declarations, found).names(), derivation.identifiers);
    return Checked.of(model, found);
  }

  /** Types of what a schema defines and nothing refers to, beside those of what it uses. */
  private static void define(RootType root, TypeDerivation derivation) {
    boolean home =
        derivation.declarations.values().stream()
            .anyMatch(each -> each.header().top() && each.header().home().equals(root.name()));
    if (!home) {
      return;
    }
    for (SchemaKey key : derivation.shapes.schemas().nodes().keySet()) {
      if (key.resource().equals(root.newest().resource())
          && key.pointer().matches("(?s).*/(?:[$]defs|definitions)/[^/]+")) {
        Place place = Place.top(root.name(), new TypeId(0)).inner(key.lastSegment());
        derivation.element(List.of(View.of(List.of(key))), place);
      }
    }
  }

  /** Two schemas may ask for one class only if they ask the same of it. */
  private static void checkNames(Map<TypeId, Declaration> declarations, Diagnostics found) {
    Set<String> taken = JavaNames.taken();
    for (Declaration declaration : declarations.values()) {
      Header header = declaration.header();
      String name = header.home().canonicalName().toLowerCase(Locale.ROOT);
      if (header.top() && (!taken.add(name) | !taken.add(name + "codec"))) {
        found.error(
            header.location(),
            "java-name",
            "another schema is "
                + header.home().canonicalName()
                + " already, or has its codec there, and is of another shape; give one of them"
                + " another javaType.");
      }
    }
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
    Map<String, Set<String>> taken = new LinkedHashMap<>();
    schemas
        .roots()
        .forEach(
            (file, key) -> {
              if (!versions.contains(key)) {
                ClassName wanted =
                    RootType.named(
                        names.shared(DocumentNames.of(file, key.resource())), schemas.node(key));
                Set<String> used =
                    taken.computeIfAbsent(wanted.packageName(), each -> JavaNames.taken());
                ClassName name = wanted.peerClass(JavaNames.uniqueType(wanted.simpleName(), used));
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
