package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.type.Declaration.Arm;
import io.eventwright.generator.emit.java.type.Declaration.Union;
import io.eventwright.generator.emit.java.type.JavaType;
import io.eventwright.generator.emit.java.type.TypeModel;
import javax.lang.model.element.Modifier;

/** A sealed interface, with the records that wrap what is no record, and an arm for the unknown. */
record UnionEmitter(TypeModel model, Union declaration) {

  TypeSpec.Builder emit() {
    ClassName name = model.name(declaration);
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
            .addJavadoc(Documentation.of(declaration.header(), "One of several kinds of value."));
    if (declaration.header().deprecated()) {
      type.addAnnotation(Deprecated.class);
    }
    declaration.header().interfaces().forEach(type::addSuperinterface);
    for (Arm arm : declaration.arms()) {
      type.addPermittedSubclass(armClass(name, arm));
      if (arm.wrapper() != null) {
        type.addType(wrapper(name, name.nestedClass(arm.wrapper()), arm));
      }
    }
    return type.addPermittedSubclass(name.nestedClass("Unknown")).addType(unknown(name));
  }

  /** The class of an arm: its record, or the one that wraps it. */
  ClassName armClass(ClassName union, Arm arm) {
    return arm.wrapper() != null
        ? union.nestedClass(arm.wrapper())
        : (ClassName) model.typeName(arm.type());
  }

  private TypeSpec wrapper(ClassName union, ClassName name, Arm arm) {
    JavaType type = arm.type();
    TypeName value = model.typeName(type);
    MethodSpec.Builder constructor =
        MethodSpec.compactConstructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addParameter(value, "value");
    if (!value.isPrimitive()) {
      CodeBlock checked = CodeBlock.of("$T.required(value, $S)", CodecTypes.IMMUTABLE, "value");
      CodeBlock copy = new Expressions(model).copy(type, checked, "item");
      constructor.addStatement(copy == null ? checked : CodeBlock.of("value = $L", copy));
    }
    TypeSpec.Builder record =
        TypeSpec.recordBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("One kind of {@link $T}.\n\n@param value the value\n", union)
            .addSuperinterface(union)
            .recordConstructor(constructor.build());
    return arm.sensitive() ? record.addMethod(RecordParts.masked(name)).build() : record.build();
  }

  private static TypeSpec unknown(ClassName union) {
    return TypeSpec.recordBuilder(union.nestedClass("Unknown"))
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc(
            "A kind that a newer producer added.\n\n@param value what it sent, as it came\n")
        .addSuperinterface(union)
        .recordConstructor(
            MethodSpec.compactConstructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addParameter(CodecTypes.JSON_VALUE, "value")
                .addStatement("$T.required(value, $S)", CodecTypes.IMMUTABLE, "value")
                .build())
        .addMethod(
            MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("What came, but not what it says, which may be sensitive.\n")
                .returns(String.class)
                .addStatement(
                    "return \"Unknown[\" + $T.shapeOf(value) + \"]\"", CodecTypes.MASKED_TEXT)
                .build())
        .build();
  }
}
