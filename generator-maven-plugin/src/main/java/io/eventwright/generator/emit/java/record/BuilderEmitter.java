package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.Leftover;
import io.eventwright.generator.emit.java.type.Declaration.ObjectRecord;
import io.eventwright.generator.emit.java.type.Declaration.Presence;
import io.eventwright.generator.emit.java.type.JavaType;
import io.eventwright.generator.emit.java.type.TypeModel;
import java.util.LinkedHashMap;
import javax.lang.model.element.Modifier;

/** The builder within a record. */
record BuilderEmitter(TypeModel model, ObjectRecord declaration) {

  TypeSpec emit() {
    ClassName name = model.name(declaration);
    CodeBlock.Builder arguments = CodeBlock.builder();
    for (Component component : declaration.components()) {
      arguments.add("$L,$W", argument(component));
    }
    arguments.add("$L", declaration.leftover().javaName());
    return withoutBuild()
        .addMethod(
            MethodSpec.methodBuilder("build")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(name)
                .addStatement("return new $T($L)", name, arguments.build())
                .build())
        .build();
  }

  /** The fields, and the methods that set them. */
  TypeSpec.Builder withoutBuild() {
    ClassName name = model.name(declaration);
    ClassName builder = name.nestedClass("Builder");
    TypeSpec.Builder type =
        TypeSpec.classBuilder(builder)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("Collects the fields of {@link $T}.\n", name)
            .addSuperinterface(ParameterizedTypeName.get(CodecTypes.RECORD_BUILDER, name));
    declaration.components().forEach(component -> type.addField(field(component)));
    Leftover leftover = declaration.leftover();
    type.addField(leftoverField(leftover));
    // For the codec, which must not know the defaults.
    type.addMethod(MethodSpec.constructorBuilder().build());
    for (Component component : declaration.components()) {
      type.addMethod(setter(builder, component.javaName(), model.componentType(component)));
    }
    addLeftoverMethods(type, builder, leftover);
    return type;
  }

  private FieldSpec field(Component component) {
    TypeName type = model.typeName(component.type()).box();
    if (component.presence() == Presence.MAYBE) {
      return FieldSpec.builder(
              ParameterizedTypeName.get(CodecTypes.MAYBE, type),
              component.javaName(),
              Modifier.PRIVATE)
          .initializer("$T.absent()", CodecTypes.MAYBE)
          .build();
    }
    return FieldSpec.builder(TypeModel.nullable(type), component.javaName(), Modifier.PRIVATE)
        .build();
  }

  private static CodeBlock argument(Component component) {
    return component.presence() == Presence.REQUIRED
        ? CodeBlock.of(
            "$T.required($L, $L)",
            CodecTypes.IMMUTABLE,
            component.javaName(),
            Literals.string(RecordParts.display(component)))
        : CodeBlock.of("$L", component.javaName());
  }

  private FieldSpec leftoverField(Leftover leftover) {
    if (leftover.element() == null) {
      return FieldSpec.builder(CodecTypes.UNKNOWN_FIELDS, leftover.javaName(), Modifier.PRIVATE)
          .initializer("$T.NONE", CodecTypes.UNKNOWN_FIELDS)
          .build();
    }
    return FieldSpec.builder(
            model.typeName(new JavaType.MapOf(leftover.element())),
            leftover.javaName(),
            Modifier.PRIVATE,
            Modifier.FINAL)
        .initializer("new $T<>()", LinkedHashMap.class)
        .build();
  }

  private void addLeftoverMethods(TypeSpec.Builder type, ClassName builder, Leftover leftover) {
    if (leftover.element() == null) {
      type.addMethod(setter(builder, leftover.javaName(), CodecTypes.UNKNOWN_FIELDS));
      return;
    }
    TypeName map = model.typeName(new JavaType.MapOf(leftover.element()));
    TypeName value = ((ParameterizedTypeName) map).typeArguments().get(1);
    type.addMethod(
        MethodSpec.methodBuilder(leftover.javaName())
            .addModifiers(Modifier.PUBLIC)
            .addParameter(map, leftover.javaName())
            .returns(builder)
            .addStatement("this.$L.clear()", leftover.javaName())
            .addStatement("this.$L.putAll($L)", leftover.javaName(), leftover.javaName())
            .addStatement("return this")
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("put")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Adds one of the other fields.\n")
            .addParameter(String.class, "name")
            .addParameter(value, "value")
            .returns(builder)
            .addStatement("$L.put(name, value)", leftover.javaName())
            .addStatement("return this")
            .build());
  }

  private static MethodSpec setter(ClassName builder, String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(type, name)
        .returns(builder)
        .addStatement("this.$L = $L", name, name)
        .addStatement("return this")
        .build();
  }
}
