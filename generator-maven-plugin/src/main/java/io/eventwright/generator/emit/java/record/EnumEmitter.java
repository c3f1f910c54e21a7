package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.JavadocText;
import io.eventwright.generator.emit.java.type.Declaration.Constant;
import io.eventwright.generator.emit.java.type.Declaration.OpenEnum;
import io.eventwright.generator.emit.java.type.TypeModel;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * An enumeration that can hold a value it does not know: a newer producer's survives being
 * forwarded, and a {@code switch} over {@code known()} sees it as {@code UNKNOWN}.
 */
record EnumEmitter(TypeModel model, OpenEnum declaration) {

  TypeSpec.Builder emit() {
    ClassName name = model.name(declaration);
    ClassName known = name.nestedClass("Known");
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Documentation.of(declaration.header(), "One of several values."))
            .addJavadoc(
                "\n@param value as it is in the document; may be one that a newer producer added\n")
            .recordConstructor(
                MethodSpec.compactConstructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addParameter(String.class, "value")
                    .addStatement("$T.requireNonNull(value)", Objects.class)
                    .build());
    declaration.header().interfaces().forEach(type::addSuperinterface);
    declaration.constants().forEach(constant -> type.addField(field(name, constant)));
    return type.addMethod(knownMethod(known))
        .addMethod(declaration.header().sensitive() ? RecordParts.masked(name) : text())
        .addType(known(known));
  }

  private static FieldSpec field(ClassName name, Constant constant) {
    String words =
        constant.documentation().isBlank()
            ? Documentation.code(constant.value())
            : JavadocText.escape(constant.documentation());
    return FieldSpec.builder(
            name, constant.javaName(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc(JavadocText.of(words))
        .initializer("new $T($L)", name, Literals.string(constant.value()))
        .build();
  }

  private MethodSpec knownMethod(ClassName known) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("known")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("The value as one that a {@code switch} can tell.\n")
            .returns(known)
            .addCode("return switch (value) {\n$>");
    for (Constant constant : declaration.constants()) {
      method.addCode(
          "case $L -> $T.$L;\n", Literals.string(constant.value()), known, constant.javaName());
    }
    return method.addCode("default -> $T.UNKNOWN;\n$<};\n", known).build();
  }

  private static MethodSpec text() {
    return MethodSpec.methodBuilder("toString")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(String.class)
        .addStatement("return value")
        .build();
  }

  private TypeSpec known(ClassName known) {
    TypeSpec.Builder type =
        TypeSpec.enumBuilder(known)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("The values that were known when this was generated.\n");
    declaration.constants().forEach(constant -> type.addEnumConstant(constant.javaName()));
    return type.addEnumConstant(
            "UNKNOWN",
            TypeSpec.anonymousClassBuilder("")
                .addJavadoc("A value that was added later.\n")
                .build())
        .build();
  }
}
