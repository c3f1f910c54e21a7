package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.FixedMember;
import io.eventwright.generator.emit.java.type.Declaration.Leftover;
import io.eventwright.generator.emit.java.type.Declaration.Member;
import io.eventwright.generator.emit.java.type.Declaration.ObjectRecord;
import io.eventwright.generator.emit.java.type.Declaration.Presence;
import io.eventwright.generator.emit.java.type.Element;
import io.eventwright.generator.emit.java.type.JavaType;
import io.eventwright.generator.emit.java.type.ScalarKind;
import io.eventwright.generator.emit.java.type.TypeModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The codec of a record that is an object: the runtime's loop, with a switch over the names. */
record ObjectCodecEmitter(TypeModel model, ObjectRecord declaration) {

  private static final CodeBlock PARSER = CodeBlock.of("parser");

  TypeSpec.Builder emit(TypeSpec.Builder type) {
    ClassName name = model.name(declaration);
    ClassName builder = name.nestedClass("Builder");
    type.superclass(ParameterizedTypeName.get(CodecTypes.OBJECT_CODEC, name, builder))
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addStatement("super($T::new)", builder)
                .build());
    addReadProperty(type, builder);
    type.addMethod(keepUnknown(builder));
    addWriteProperties(type, name);
    return type;
  }

  private MethodSpec.Builder override(String method) {
    return quiet(MethodSpec.methodBuilder(method).addAnnotation(Override.class))
        .addModifiers(Modifier.PROTECTED);
  }

  private MethodSpec.Builder part(String method) {
    return quiet(MethodSpec.methodBuilder(method)).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
  }

  private MethodSpec.Builder quiet(MethodSpec.Builder builder) {
    // A codec serves what is on its way out as well; it is users who should notice.
    if (declaration.components().stream().anyMatch(Component::deprecated)) {
      builder.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "$S", "deprecation")
              .build());
    }
    return builder;
  }

  private void addReadProperty(TypeSpec.Builder type, ClassName builder) {
    CodeBlock otherwise = otherwise();
    List<List<Member>> parts = Parts.of(declaration.members());
    if (parts.size() == 1) {
      type.addMethod(
          readProperty(override("readProperty"), builder)
              .addCode(cases(parts.get(0), otherwise))
              .build());
      return;
    }
    List<CodeBlock> calls = new ArrayList<>();
    for (int number = 1; number <= parts.size(); number++) {
      calls.add(CodeBlock.of("readProperty$L(builder, name, parser)", number));
    }
    CodeBlock known = CodeBlock.join(calls, "\n|| ");
    type.addMethod(
        readProperty(override("readProperty"), builder)
            .addCode(
                otherwise == null
                    ? CodeBlock.of("return $L;\n", known)
                    : CodeBlock.of("if (!($L)) {\n$>$L;\n$<}\nreturn true;\n", known, otherwise))
            .build());
    for (int number = 1; number <= parts.size(); number++) {
      type.addMethod(
          readProperty(part("readProperty" + number), builder)
              .addCode(cases(parts.get(number - 1), null))
              .build());
    }
  }

  private static MethodSpec.Builder readProperty(MethodSpec.Builder method, ClassName builder) {
    return method
        .addParameter(builder, "builder")
        .addParameter(String.class, "name")
        .addParameter(CodecTypes.PARSER, "parser")
        .addException(IOException.class)
        .returns(boolean.class);
  }

  private CodeBlock cases(List<Member> members, @Nullable CodeBlock otherwise) {
    if (members.isEmpty()) {
      return otherwise == null
          ? CodeBlock.of("return false;\n")
          : CodeBlock.of("$L;\nreturn true;\n", otherwise);
    }
    CodeBlock.Builder body = CodeBlock.builder().add("switch (name) {\n$>");
    for (Member member : members) {
      body.add("case $L -> $L;\n", Literals.string(member.wireName()), read(member));
    }
    if (otherwise == null) {
      body.add("default -> {\n$>return false;\n$<}\n");
    } else {
      body.add("default -> $L;\n", otherwise);
    }
    return body.add("$<}\nreturn true;\n").build();
  }

  private CodeBlock read(Member member) {
    if (member instanceof FixedMember fixed) {
      return CodeBlock.of(
          "$T.constant(parser, $L)", CodecTypes.READ, Literals.string(fixed.value()));
    }
    Component component = (Component) member;
    return CodeBlock.of(
        "builder.$L($L)", component.javaName(), new Expressions(model).read(component, PARSER));
  }

  private @Nullable CodeBlock otherwise() {
    Element element = declaration.leftover().element();
    if (element == null) {
      return null;
    }
    Expressions expressions = new Expressions(model);
    CodeBlock value =
        element.nullable()
            ? CodeBlock.of(
                "$T.nullable(parser, $L)", CodecTypes.READ, expressions.reader(element.type(), 1))
            : expressions.read(element.type(), PARSER);
    return CodeBlock.of("builder.put(name, $L)", value);
  }

  private MethodSpec keepUnknown(ClassName builder) {
    MethodSpec.Builder method =
        override("keepUnknown")
            .addParameter(builder, "builder")
            .addParameter(CodecTypes.UNKNOWN_FIELDS, "fields");
    Leftover leftover = declaration.leftover();
    return leftover.element() == null
        ? method.addStatement("builder.$L(fields)", leftover.javaName()).build()
        : method.addComment("Every name is known.").build();
  }

  private void addWriteProperties(TypeSpec.Builder type, ClassName name) {
    List<List<Member>> parts = Parts.of(declaration.members());
    MethodSpec.Builder method = writeProperties(override("writeProperties"), name);
    if (parts.size() == 1) {
      parts.get(0).forEach(member -> method.addStatement(write(member)));
      type.addMethod(method.addCode(writeLeftover()).build());
      return;
    }
    for (int number = 1; number <= parts.size(); number++) {
      method.addStatement("writeProperties$L(value, generator)", number);
    }
    type.addMethod(method.addCode(writeLeftover()).build());
    for (int number = 1; number <= parts.size(); number++) {
      MethodSpec.Builder part = writeProperties(part("writeProperties" + number), name);
      parts.get(number - 1).forEach(member -> part.addStatement(write(member)));
      type.addMethod(part.build());
    }
  }

  private static MethodSpec.Builder writeProperties(MethodSpec.Builder method, ClassName name) {
    return method
        .addParameter(name, "value")
        .addParameter(CodecTypes.GENERATOR, "generator")
        .addException(IOException.class);
  }

  private CodeBlock writeLeftover() {
    Leftover leftover = declaration.leftover();
    return leftover.element() == null
        ? CodeBlock.of("value.$L().writeTo(generator);\n", leftover.javaName())
        : CodeBlock.of(
            "$T.entries(value.$L(), generator,$W$L);\n",
            CodecTypes.WRITE,
            leftover.javaName(),
            new Expressions(model).writer(leftover.element(), 1));
  }

  private CodeBlock write(Member member) {
    CodeBlock wireName = Literals.string(member.wireName());
    CodeBlock value = CodeBlock.of("value.$L()", member.javaName());
    if (member instanceof FixedMember) {
      return CodeBlock.of("generator.writeStringField($L,$W$L)", wireName, value);
    }
    Component component = (Component) member;
    if (component.presence() == Presence.REQUIRED) {
      CodeBlock direct = direct(component.type(), wireName, value);
      if (direct != null) {
        return direct;
      }
    }
    return CodeBlock.of(
        "$T.$L(generator, $L, $L,$W$L)",
        CodecTypes.WRITE,
        method(component.presence()),
        wireName,
        value,
        new Expressions(model).writer(component.type(), 1));
  }

  /** Jackson's own method for a name and a value, where it has one. */
  private @Nullable CodeBlock direct(JavaType type, CodeBlock wireName, CodeBlock value) {
    if (new Expressions(model).isText(type)) {
      return CodeBlock.of("generator.writeStringField($L, $L.value())", wireName, value);
    } else if (!(type instanceof JavaType.Scalar scalar)) {
      return null;
    } else if (scalar.kind() == ScalarKind.STRING) {
      return CodeBlock.of("generator.writeStringField($L,$W$L)", wireName, value);
    } else if (scalar.kind() == ScalarKind.BOOLEAN) {
      return CodeBlock.of("generator.writeBooleanField($L, $L)", wireName, value);
    } else if (scalar.kind().writer().matches("int32|int64|integer|decimal")) {
      return CodeBlock.of("generator.writeNumberField($L, $L)", wireName, value);
    }
    return null;
  }

  private static String method(Presence presence) {
    return switch (presence) {
      case REQUIRED -> "required";
      case OPTIONAL -> "optional";
      case NULLABLE -> "orNull";
      case MAYBE -> "maybe";
    };
  }
}
