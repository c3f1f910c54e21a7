package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.FixedMember;
import io.eventwright.generator.emit.java.type.Declaration.Leftover;
import io.eventwright.generator.emit.java.type.Declaration.Member;
import io.eventwright.generator.emit.java.type.Declaration.ObjectRecord;
import io.eventwright.generator.emit.java.type.Declaration.Presence;
import io.eventwright.generator.emit.java.type.JavaType;
import io.eventwright.generator.emit.java.type.TypeModel;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * What would be a record, of an object with more members than a constructor has room for (JVMS
 * 4.3.3): a class with the same methods, whose values are in a builder that nobody else has.
 * Methods that speak of all members do so in parts, so that none outgrows 64 kB (JVMS 4.7.3).
 */
record WideClassEmitter(TypeModel model, ObjectRecord declaration) {

  private static final String VALUES = "values";

  TypeSpec.Builder emit() {
    ClassName name = model.name(declaration);
    ClassName builder = name.nestedClass("Builder");
    RecordParts parts = new RecordParts(model);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc(Documentation.of(declaration.header(), "A value with these fields."))
            .addField(builder, VALUES, Modifier.PRIVATE, Modifier.FINAL);
    if (declaration.header().deprecated()) {
      type.addAnnotation(Deprecated.class);
    }
    model.unionsOf(declaration.header().id()).forEach(u -> type.addSuperinterface(model.name(u)));
    declaration.header().interfaces().forEach(type::addSuperinterface);
    addLeftover(type, constructor(builder));
    for (Member member : declaration.members()) {
      if (member instanceof FixedMember fixed) {
        type.addMethod(ObjectRecordEmitter.fixed(fixed));
      } else {
        type.addMethod(accessor((Component) member));
      }
    }
    type.addMethod(
            MethodSpec.methodBuilder("builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("Starts with the schema's defaults, if it has any.\n")
                .returns(builder)
                .addStatement("return new $T().startWithDefaults()", builder)
                .build())
        .addMethod(
            MethodSpec.methodBuilder("toBuilder")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Starts with what this has.\n")
                .returns(builder)
                .addStatement("return $L.copy()", VALUES)
                .build());
    declaration.components().forEach(each -> type.addMethod(parts.wither(name, each)));
    new WideComparison(declaration, name).addTo(type);
    return type.addType(new WideBuilderEmitter(model, declaration).emit());
  }

  private static MethodSpec.Builder constructor(ClassName builder) {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PRIVATE)
        .addParameter(builder, VALUES)
        .addStatement("this.$L = $L", VALUES, VALUES);
  }

  private void addLeftover(TypeSpec.Builder type, MethodSpec.Builder constructor) {
    Leftover leftover = declaration.leftover();
    MethodSpec.Builder accessor =
        MethodSpec.methodBuilder(leftover.javaName()).addModifiers(Modifier.PUBLIC);
    if (leftover.element() == null) {
      type.addMethod(constructor.build());
      type.addMethod(
          accessor
              .addJavadoc("Fields that this version does not name, kept as they came.\n")
              .returns(CodecTypes.UNKNOWN_FIELDS)
              .addStatement("return $L.$L", VALUES, leftover.javaName())
              .build());
      return;
    }
    TypeName map = model.typeName(new JavaType.MapOf(leftover.element()));
    type.addField(map, leftover.javaName(), Modifier.PRIVATE, Modifier.FINAL);
    CodeBlock copy =
        Objects.requireNonNull(
            new Expressions(model)
                .copy(
                    new JavaType.MapOf(leftover.element()),
                    CodeBlock.of("$L.$L", VALUES, leftover.javaName()),
                    "item"));
    type.addMethod(constructor.addStatement("this.$L = $L", leftover.javaName(), copy).build());
    type.addMethod(
        accessor
            .addJavadoc("The other fields, by name.\n")
            .returns(map)
            .addStatement("return $L", leftover.javaName())
            .build());
  }

  private MethodSpec accessor(Component component) {
    MethodSpec.Builder accessor =
        MethodSpec.methodBuilder(component.javaName())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Documentation.accessor(component, new DefaultValues(model)))
            .returns(model.componentType(component));
    if (component.deprecated()) {
      accessor.addAnnotation(Deprecated.class);
    }
    return component.presence() == Presence.REQUIRED
        ? accessor
            .addStatement(
                "return $T.required($L.$L, $L)",
                CodecTypes.IMMUTABLE,
                VALUES,
                component.javaName(),
                Literals.string(RecordParts.display(component)))
            .build()
        : accessor.addStatement("return $L.$L", VALUES, component.javaName()).build();
  }
}
