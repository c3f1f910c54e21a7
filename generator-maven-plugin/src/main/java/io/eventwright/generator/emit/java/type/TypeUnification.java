package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.emit.java.type.Declaration.Arm;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.Leftover;
import io.eventwright.generator.emit.java.type.Declaration.Member;
import io.eventwright.generator.emit.java.type.Declaration.ObjectRecord;
import io.eventwright.generator.emit.java.type.Declaration.OpenEnum;
import io.eventwright.generator.emit.java.type.Declaration.TupleRecord;
import io.eventwright.generator.emit.java.type.Declaration.Union;
import io.eventwright.generator.emit.java.type.Declaration.ValueRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes one type of identical shapes within a file: two schemas that ask the same are the same to
 * who writes the code. Shapes that refer to each other in circles are compared as wholes: all start
 * as equal, and are told apart until nothing more tells them apart.
 */
final class TypeUnification {

  private final Map<TypeId, Declaration> declarations;
  private Map<TypeId, Integer> classes = new LinkedHashMap<>();

  private TypeUnification(Map<TypeId, Declaration> declarations) {
    this.declarations = declarations;
  }

  /** The same types, each shape once; the first of several stays. */
  static Map<TypeId, Declaration> of(Map<TypeId, Declaration> declarations) {
    return new TypeUnification(declarations).unified();
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
    declarations.forEach(
        (id, declaration) -> {
          String signature = classes.get(id) + "|" + signature(declaration);
          next.put(id, numbers.computeIfAbsent(signature, key -> numbers.size()));
        });
    classes = next;
    return numbers.size();
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

  private String signature(Declaration declaration) {
    Header header = declaration.header();
    if (header.top()) {
      return "top " + header.id();
    }
    ClassName home = header.home();
    String place = home + " " + header.pinned() + " " + header.deprecated() + " ";
    if (declaration instanceof ObjectRecord object) {
      return place
          + "object "
          + members(object.members())
          + leftover(object.leftover())
          + object.interfaces();
    } else if (declaration instanceof TupleRecord tuple) {
      return place
          + "tuple "
          + members(tuple.items())
          + (tuple.rest() == null ? "" : member(tuple.rest()));
    } else if (declaration instanceof OpenEnum values) {
      return place
          + "enum "
          + values.constants().stream().map(c -> quoted(c.value()) + c.javaName()).toList();
    } else if (declaration instanceof Union union) {
      List<String> arms = new ArrayList<>();
      union
          .arms()
          .forEach(
              arm ->
                  arms.add(
                      arm.keys().stream().map(TypeUnification::quoted).toList()
                          + type(arm.type())
                          + arm.wrapper()
                          + arm.sensitive()));
      return place + "union " + union.by() + arms;
    }
    return place + "value " + member(((ValueRecord) declaration).component());
  }

  private String members(List<? extends Member> members) {
    return members.stream().map(this::member).toList().toString();
  }

  private String member(Member member) {
    String name = quoted(member.wireName()) + member.javaName();
    if (member instanceof Component component) {
      return name
          + type(component.type())
          + component.presence()
          + component.defaultValue()
          + component.deprecated()
          + component.sensitive();
    }
    return name + quoted(((Declaration.FixedMember) member).value());
  }

  private String leftover(Leftover leftover) {
    Element element = leftover.element();
    return leftover.javaName()
        + (element == null ? "" : type(element.type()) + element.nullable() + element.sensitive());
  }

  private String type(@Nullable JavaType type) {
    if (type instanceof JavaType.Declared declared) {
      return "#" + classes.get(declared.id());
    } else if (type instanceof JavaType.ListOf list) {
      return "[" + type(list.element().type()) + list.element().nullable() + "]";
    } else if (type instanceof JavaType.MapOf map) {
      return "{" + type(map.element().type()) + map.element().nullable() + "}";
    }
    return String.valueOf(type);
  }

  /** With its length, so that no text can pass for the end of another. */
  private static String quoted(String text) {
    return text.length() + ":" + text + ";";
  }
}
