package io.eventwright.generator.emit.java.type;

import io.eventwright.generator.emit.java.type.Declaration.Arm;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.Leftover;
import io.eventwright.generator.emit.java.type.Declaration.Member;
import io.eventwright.generator.emit.java.type.Declaration.ObjectRecord;
import io.eventwright.generator.emit.java.type.Declaration.TupleRecord;
import io.eventwright.generator.emit.java.type.Declaration.Union;
import io.eventwright.generator.emit.java.type.Declaration.ValueRecord;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Types that refer to others instead.
 *
 * @param others what to refer to, for each type
 * @param sensitive the types that show nothing of themselves
 */
record TypeRenaming(Map<TypeId, TypeId> others, Set<TypeId> sensitive) {

  /** The same declaration, referring to the others. */
  Declaration of(Declaration declaration) {
    if (declaration instanceof ObjectRecord object) {
      return new ObjectRecord(
          header(object.header()),
          object.members().stream().map(this::member).toList(),
          leftover(object.leftover()),
          object.wide());
    } else if (declaration instanceof TupleRecord tuple) {
      return new TupleRecord(
          header(tuple.header()),
          tuple.items().stream().map(this::component).toList(),
          tuple.rest() == null ? null : component(tuple.rest()));
    } else if (declaration instanceof Union union) {
      return new Union(
          header(union.header()),
          union.by(),
          union.arms().stream()
              .map(arm -> new Arm(type(arm.type()), arm.keys(), arm.wrapper(), arm.sensitive()))
              .toList());
    } else if (declaration instanceof ValueRecord value) {
      return new ValueRecord(header(value.header()), component(value.component()));
    }
    return declaration;
  }

  private Header header(Header header) {
    return new Header(
        header.id(),
        header.home(),
        header.top(),
        header.wanted(),
        header.parent() == null ? null : id(header.parent()),
        header.documentation(),
        header.deprecated(),
        sensitive.contains(header.id()),
        header.interfaces(),
        header.location(),
        header.pinned());
  }

  private Member member(Member member) {
    return member instanceof Component component ? component(component) : member;
  }

  private Component component(Component component) {
    return new Component(
        component.wireName(),
        component.javaName(),
        type(component.type()),
        component.presence(),
        component.defaultValue(),
        component.documentation(),
        component.deprecated(),
        component.sensitive(),
        component.location());
  }

  private Leftover leftover(Leftover leftover) {
    Element element = leftover.element();
    return element == null ? leftover : new Leftover(leftover.javaName(), element(element));
  }

  private Element element(Element element) {
    return new Element(type(element.type()), element.nullable(), element.sensitive());
  }

  private JavaType type(JavaType type) {
    if (type instanceof JavaType.Declared declared) {
      return new JavaType.Declared(id(declared.id()));
    } else if (type instanceof JavaType.ListOf list) {
      return new JavaType.ListOf(element(list.element()));
    } else if (type instanceof JavaType.MapOf map) {
      return new JavaType.MapOf(element(map.element()));
    }
    return type;
  }

  private TypeId id(TypeId id) {
    return Objects.requireNonNull(others.get(id), "a type that nobody declared");
  }
}
