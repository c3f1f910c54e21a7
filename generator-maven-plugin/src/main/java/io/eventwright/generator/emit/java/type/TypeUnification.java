package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.emit.java.type.Declaration.Arm;
import io.eventwright.generator.emit.java.type.Declaration.Union;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Makes one type of identical shapes: two schemas that ask the same are the same to who writes the
 * code. Shapes that refer to each other in circles are compared as wholes: all start as equal, and
 * are told apart until nothing more tells them apart. The first of several stays, so the majors of
 * an event share the oldest one's, and a new major moves nothing.
 */
final class TypeUnification {

  private final Map<TypeId, Declaration> declarations;
  private final Function<ClassName, String> group;
  private final boolean apartAsArms;
  private Map<TypeId, Integer> classes = new LinkedHashMap<>();

  private TypeUnification(
      Map<TypeId, Declaration> declarations,
      Function<ClassName, String> group,
      boolean apartAsArms) {
    this.declarations = declarations;
    this.group = group;
    this.apartAsArms = apartAsArms;
  }

  /**
   * The same types, each shape once.
   *
   * @param families by the name of a root, what its types may be shared within
   */
  static Map<TypeId, Declaration> of(
      Map<TypeId, Declaration> declarations, Map<ClassName, String> families) {
    Map<TypeId, Declaration> withinFiles =
        new TypeUnification(declarations, ClassName::toString, false).unified();
    // An arm would have to implement what another file declares: only whole unions are shared.
    return new TypeUnification(
            withinFiles, home -> families.getOrDefault(home, home.toString()), true)
        .unified();
  }

  private Map<TypeId, Declaration> unified() {
    declarations.keySet().forEach(id -> classes.put(id, 0));
    int before = 0;
    int now = 1;
    while (now != before) {
      before = now;
      now = refine();
    }
    Map<TypeId, TypeId> kept = representatives();
    Set<TypeId> sensitive = new LinkedHashSet<>();
    // If one of those that are alike is to be hidden, the type they share is.
    declarations.forEach(
        (id, declaration) -> {
          if (declaration.header().sensitive()) {
            sensitive.add(kept.get(id));
          }
        });
    Map<TypeId, Declaration> unified = new TreeMap<>(TypeId.ORDER);
    declarations.forEach(
        (id, declaration) -> {
          if (kept.get(id).equals(id)) {
            unified.put(id, new TypeRenaming(kept, sensitive).of(declaration));
          }
        });
    return unified;
  }

  private int refine() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    Map<TypeId, Integer> next = new LinkedHashMap<>();
    TypeSignature signatures = new TypeSignature(classes, group);
    Map<TypeId, List<Integer>> unions = apartAsArms ? unions() : Map.of();
    declarations.forEach(
        (id, declaration) -> {
          String signature =
              classes.get(id)
                  + "|"
                  + unions.getOrDefault(id, List.of())
                  + signatures.of(declaration);
          next.put(id, numbers.computeIfAbsent(signature, key -> numbers.size()));
        });
    classes = next;
    return numbers.size();
  }

  /** By type, the unions that it is an arm of as it is. */
  private Map<TypeId, List<Integer>> unions() {
    Map<TypeId, List<Integer>> unions = new LinkedHashMap<>();
    for (Declaration declaration : declarations.values()) {
      if (declaration instanceof Union union) {
        for (Arm arm : union.arms()) {
          if (arm.wrapper() == null && arm.type() instanceof JavaType.Declared declared) {
            unions
                .computeIfAbsent(declared.id(), id -> new ArrayList<>())
                .add(classes.get(declaration.header().id()));
          }
        }
      }
    }
    unions.values().forEach(Collections::sort);
    return unions;
  }

  private Map<TypeId, TypeId> representatives() {
    Map<Integer, TypeId> first = new LinkedHashMap<>();
    Map<TypeId, TypeId> kept = new LinkedHashMap<>();
    Set<TypeId> apart = armsThatAreAlike();
    declarations.forEach(
        (id, declaration) ->
            kept.put(
                id, apart.contains(id) ? id : first.computeIfAbsent(classes.get(id), key -> id)));
    return kept;
  }

  /** Two arms of one union must stay two types, alike as they may be. */
  private Set<TypeId> armsThatAreAlike() {
    Set<TypeId> apart = new LinkedHashSet<>();
    for (Declaration declaration : declarations.values()) {
      if (declaration instanceof Union union) {
        Set<Integer> seen = new LinkedHashSet<>();
        for (Arm arm : union.arms()) {
          if (arm.type() instanceof JavaType.Declared declared
              && !seen.add(classes.get(declared.id()))) {
            apart.add(declared.id());
          }
        }
      }
    }
    return apart;
  }
}
