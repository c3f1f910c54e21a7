package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavaNames;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.Leftover;
import io.eventwright.generator.emit.java.type.Declaration.Presence;
import io.eventwright.generator.emit.java.type.Header;
import io.eventwright.generator.emit.java.type.TypeModel;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * What all generated records have in common.
 *
 * @param model what the types are called
 */
record RecordParts(TypeModel model) {

  /** A name for a variable beside the components; none of them begins with it. */
  static String item(List<Component> components) {
    String item = "item";
    while (anyBegins(components, item)) {
      item += "_";
    }
    return item;
  }

  private static boolean anyBegins(List<Component> components, String start) {
    return components.stream().anyMatch(component -> component.javaName().startsWith(start));
  }

  /** A public record without body. */
  TypeSpec.Builder record(Header header, List<Component> components, String otherwise) {
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(model.name(header.id()))
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Documentation.of(header, otherwise));
    if (!components.isEmpty()) {
      type.addJavadoc("\n")
          .addJavadoc(Documentation.parameters(components, new DefaultValues(model)));
    }
    if (header.deprecated()) {
      type.addAnnotation(Deprecated.class);
    }
    model.unionsOf(header.id()).forEach(union -> type.addSuperinterface(model.name(union)));
    header.interfaces().forEach(type::addSuperinterface);
    return type;
  }

  /** The parameter of a component, as the record's header has it. */
  ParameterSpec parameter(Component component) {
    return ParameterSpec.builder(model.componentType(component), component.javaName()).build();
  }

  /**
   * Declares the accessors of components that are on their way out: said of a component itself, it
   * would count for nothing.
   */
  void addDeprecated(TypeSpec.Builder type, List<Component> components) {
    for (Component component : components) {
      if (component.deprecated()) {
        type.addMethod(
            MethodSpec.methodBuilder(component.javaName())
                .addAnnotation(Override.class)
                .addAnnotation(Deprecated.class)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("@deprecated $L\n", Documentation.reason(component))
                .returns(model.componentType(component))
                .addStatement("return $L", component.javaName())
                .build());
      }
    }
  }

  /**
   * Checks and copies one component.
   *
   * @param item a name for a variable, which no component has
   */
  CodeBlock check(Component component, String item) {
    String name = component.javaName();
    TypeName type = model.typeName(component.type());
    if (component.presence() == Presence.REQUIRED && type.isPrimitive()) {
      return CodeBlock.of("");
    }
    CodeBlock value = CodeBlock.of("$L", name);
    boolean required =
        component.presence() == Presence.REQUIRED || component.presence() == Presence.MAYBE;
    CodeBlock checked =
        required
            ? CodeBlock.of(
                "$T.required($L, $L)",
                CodecTypes.IMMUTABLE,
                name,
                Literals.string(display(component)))
            : value;
    CodeBlock copy =
        component.presence() == Presence.MAYBE ? null : copied(component, checked, item);
    if (component.presence() == Presence.MAYBE) {
      CodeBlock inner =
          new Expressions(model).copy(component.type(), CodeBlock.of(item), item + "s");
      copy = inner == null ? null : CodeBlock.of("$L.map($L -> $L)", checked, item, inner);
    }
    if (copy != null) {
      return CodeBlock.of("$L = $L;\n", name, copy);
    }
    return required ? CodeBlock.of("$L;\n", checked) : CodeBlock.of("");
  }

  private @Nullable CodeBlock copied(Component component, CodeBlock checked, String item) {
    CodeBlock copy = new Expressions(model).copy(component.type(), checked, item);
    if (copy == null || component.presence() == Presence.REQUIRED) {
      return copy;
    }
    return CodeBlock.of("$L == null ? null : $L", component.javaName(), copy);
  }

  /** A {@code toString} that hides the one value that there is. */
  static MethodSpec masked(ClassName name) {
    return MethodSpec.methodBuilder("toString")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Without the value, which is sensitive.\n")
        .returns(String.class)
        .addStatement(
            "return new $T($S).mask($S, value).toString()",
            CodecTypes.MASKED_TEXT,
            name.simpleName(),
            "value")
        .build();
  }

  /** A method that makes a copy with another value. */
  MethodSpec wither(ClassName name, Component component) {
    return MethodSpec.methodBuilder(JavaNames.wither(component.javaName()))
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("The same with another {@code $L}.\n", component.javaName())
        .addParameter(model.componentType(component), component.javaName())
        .returns(name)
        .addStatement(
            "return toBuilder().$L($L).build()", component.javaName(), component.javaName())
        .build();
  }

  /** What a message calls a component. */
  static String display(Component component) {
    return component.wireName().isEmpty() ? component.javaName() : component.wireName();
  }

  /** A {@code toString} that hides what is sensitive; null when nothing is. */
  @Nullable MethodSpec text(Header header, List<Component> components) {
    return text(header, components, null);
  }

  /** The same for a record that keeps what it has no component for. */
  @Nullable MethodSpec text(
      Header header, List<Component> components, @Nullable Leftover leftover) {
    boolean all = header.sensitive();
    boolean rest = leftover != null && leftover.element() != null && leftover.element().sensitive();
    if (!all && !rest && components.stream().noneMatch(Component::sensitive)) {
      return null;
    }
    ClassName name = model.name(header.id());
    CodeBlock.Builder text =
        CodeBlock.builder().add("return new $T($S)$>$>", CodecTypes.MASKED_TEXT, name.simpleName());
    for (Component component : components) {
      text.add(
          all || component.sensitive() ? "\n.mask($S, $L)" : "\n.add($S, $L)",
          component.javaName(),
          component.javaName());
    }
    if (leftover != null) {
      text.add(
          rest || all && leftover.element() != null ? "\n.mask($S, $L)" : "\n.add($S, $L)",
          leftover.javaName(),
          leftover.javaName());
    }
    return MethodSpec.methodBuilder("toString")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Without what is sensitive.\n")
        .returns(String.class)
        .addCode(text.add("\n.toString();$<$<\n").build())
        .build();
  }
}
