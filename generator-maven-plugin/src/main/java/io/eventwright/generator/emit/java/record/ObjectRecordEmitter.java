package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.FixedMember;
import io.eventwright.generator.emit.java.type.Declaration.Leftover;
import io.eventwright.generator.emit.java.type.Declaration.Member;
import io.eventwright.generator.emit.java.type.Declaration.ObjectRecord;
import io.eventwright.generator.emit.java.type.JavaType;
import io.eventwright.generator.emit.java.type.TypeModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** A record that is an object, with its builder and its withers. */
record ObjectRecordEmitter(TypeModel model, ObjectRecord declaration) {

  TypeSpec.Builder emit() {
    ClassName name = model.name(declaration);
    ClassName builder = name.nestedClass("Builder");
    List<Component> components = declaration.components();
    RecordParts parts = new RecordParts(model);
    Leftover leftover = declaration.leftover();
    TypeSpec.Builder type =
        parts
            .record(declaration.header(), components, "A value with these fields.")
            .addJavadoc(components.isEmpty() ? "\n" : "")
            .addJavadoc(
                leftover.element() == null
                    ? "@param $L fields that this version does not name, kept as they came\n"
                    : "@param $L the other fields, by name\n",
                leftover.javaName())
            .recordConstructor(constructor(parts))
            .addMethod(shortConstructor(parts));
    for (Member member : declaration.members()) {
      if (member instanceof FixedMember fixed) {
        type.addMethod(fixed(fixed));
      }
    }
    parts.addDeprecated(type, components);
    type.addMethod(builder(builder)).addMethod(toBuilder(builder));
    components.forEach(component -> type.addMethod(parts.wither(name, component)));
    MethodSpec text = parts.text(declaration.header(), components, leftover);
    if (text != null) {
      type.addMethod(text);
    }
    return type.addType(new BuilderEmitter(model, declaration).emit());
  }

  private MethodSpec constructor(RecordParts parts) {
    MethodSpec.Builder constructor =
        MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
    Leftover leftover = declaration.leftover();
    String item = RecordParts.item(declaration.components());
    for (Component component : declaration.components()) {
      constructor.addParameter(parts.parameter(component)).addCode(parts.check(component, item));
    }
    CodeBlock given =
        CodeBlock.of(
            "$T.required($L, $S)", CodecTypes.IMMUTABLE, leftover.javaName(), leftover.javaName());
    constructor.addParameter(leftoverType(), leftover.javaName());
    if (leftover.element() == null) {
      constructor.addStatement(given);
    } else {
      constructor.addStatement(
          "$L = $L",
          leftover.javaName(),
          Objects.requireNonNull(
              new Expressions(model).copy(new JavaType.MapOf(leftover.element()), given, item)));
    }
    return constructor.build();
  }

  private TypeName leftoverType() {
    Leftover leftover = declaration.leftover();
    return leftover.element() == null
        ? CodecTypes.UNKNOWN_FIELDS
        : model.typeName(new JavaType.MapOf(leftover.element()));
  }

  private MethodSpec shortConstructor(RecordParts parts) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("With the fields that the schema names, and no others.\n");
    CodeBlock.Builder arguments = CodeBlock.builder();
    for (Component component : declaration.components()) {
      constructor.addParameter(
          ParameterSpec.builder(model.componentType(component), component.javaName()).build());
      arguments.add("$L,$W", component.javaName());
    }
    arguments.add(
        declaration.leftover().element() == null ? "$T.NONE" : "$T.of()",
        declaration.leftover().element() == null
            ? CodecTypes.UNKNOWN_FIELDS
            : ClassName.get(Map.class));
    return constructor.addStatement("this($L)", arguments.build()).build();
  }

  static MethodSpec fixed(FixedMember fixed) {
    String words =
        fixed.documentation().isBlank()
            ? "What kind of value this is."
            : JavadocText.escape(fixed.documentation());
    return MethodSpec.methodBuilder(fixed.javaName())
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(JavadocText.of(words))
        .returns(String.class)
        .addStatement("return $L", Literals.string(fixed.value()))
        .build();
  }

  private MethodSpec builder(ClassName builder) {
    CodeBlock.Builder start = CodeBlock.builder().add("return new $T()", builder);
    boolean any = false;
    for (Component component : declaration.components()) {
      CodeBlock value = new DefaultValues(model).of(component);
      if (value != null) {
        start.add("\n$>$>.$L($L)$<$<", component.javaName(), value);
        any = true;
      }
    }
    return MethodSpec.methodBuilder("builder")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc(any ? "Starts with the schema's defaults.\n" : "Starts with nothing.\n")
        .returns(builder)
        .addCode(start.add(";\n").build())
        .build();
  }

  private MethodSpec toBuilder(ClassName builder) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("toBuilder")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Starts with what this has.\n")
            .returns(builder);
    CodeBlock.Builder copy = CodeBlock.builder().add("return new $T()$>$>", builder);
    declaration
        .components()
        .forEach(each -> copy.add("\n.$L($L)", each.javaName(), each.javaName()));
    String leftover = declaration.leftover().javaName();
    return method.addCode(copy.add("\n.$L($L);$<$<\n", leftover, leftover).build()).build();
  }
}
