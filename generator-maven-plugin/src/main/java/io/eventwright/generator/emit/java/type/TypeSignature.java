package io.eventwright.generator.emit.java.type;

import com.palantir.javapoet.ClassName;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.Leftover;
import io.eventwright.generator.emit.java.type.Declaration.Member;
import io.eventwright.generator.emit.java.type.Declaration.ObjectRecord;
import io.eventwright.generator.emit.java.type.Declaration.OpenEnum;
import io.eventwright.generator.emit.java.type.Declaration.TupleRecord;
import io.eventwright.generator.emit.java.type.Declaration.Union;
import io.eventwright.generator.emit.java.type.Declaration.ValueRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What tells one type from another, as text; the types that it refers to stand in it by the class
 * of equals that they are in.
 *
 * @param classes of all types, as far as they are told apart already
 * @param group by file, what types may be shared within
 */
record TypeSignature(Map<TypeId, Integer> classes, Function<ClassName, String> group) {

  /** The signature of a declaration. */
  String of(Declaration declaration) {
    Header header = declaration.header();
    if (header.top() && header.pinned() == null) {
      return "top " + header.id();
    }
    String place =
        group.apply(header.home())
            + " "
            + header.pinned()
            + " "
            + header.interfaces()
            + " "
            + header.deprecated()
            + " ";
    if (declaration instanceof ObjectRecord object) {
      return place + "object " + members(object.members()) + leftover(object.leftover());
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
                      arm.keys().stream().map(TypeSignature::quoted).toList()
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
