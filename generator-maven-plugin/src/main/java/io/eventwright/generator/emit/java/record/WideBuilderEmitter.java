package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.Leftover;
import io.eventwright.generator.emit.java.type.Declaration.ObjectRecord;
import io.eventwright.generator.emit.java.type.Declaration.Presence;
import io.eventwright.generator.emit.java.type.TypeModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The builder of a class with more members than a record can have; it is the class's memory too.
 */
record WideBuilderEmitter(TypeModel model, ObjectRecord declaration) {

  TypeSpec emit() {
    ClassName name = model.name(declaration);
    ClassName builder = name.nestedClass("Builder");
    TypeSpec.Builder type = new BuilderEmitter(model, declaration).withoutBuild();
    List<List<Component>> parts = Parts.of(declaration.components());
    CodeBlock.Builder copy =
        CodeBlock.builder().addStatement("$T copy = new $T()", builder, builder);
    CodeBlock.Builder build = CodeBlock.builder().addStatement("$T values = copy()", builder);
    for (int number = 1; number <= parts.size(); number++) {
      copy.addStatement("copyTo$L(copy)", number);
      build.addStatement("values.check$L()", number);
    }
    copy.add(copyLeftover()).addStatement("return copy");
    type.addMethod(
        MethodSpec.methodBuilder("build")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(name)
            .addCode(build.addStatement("return new $T(values)", name).build())
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("copy")
            .addModifiers(Modifier.PRIVATE)
            .returns(builder)
            .addCode(copy.build())
            .build());
    addDefaults(type, builder);
    String item = RecordParts.item(declaration.components());
    for (int number = 1; number <= parts.size(); number++) {
      type.addMethod(copyTo(builder, number, parts.get(number - 1)));
      type.addMethod(check(number, parts.get(number - 1), item));
    }
    return type.build();
  }

  private CodeBlock copyLeftover() {
    Leftover leftover = declaration.leftover();
    return leftover.element() == null
        ? CodeBlock.of("copy.$L = $L;\n", leftover.javaName(), leftover.javaName())
        : CodeBlock.of("copy.$L.putAll($L);\n", leftover.javaName(), leftover.javaName());
  }

  private static MethodSpec copyTo(ClassName builder, int number, List<Component> components) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("copyTo" + number)
            .addModifiers(Modifier.PRIVATE)
            .addParameter(builder, "copy");
    // A component may be called as the parameter is.
    components.forEach(
        each -> method.addStatement("copy.$L = this.$L", each.javaName(), each.javaName()));
    return method.build();
  }

  private MethodSpec check(int number, List<Component> components, String item) {
    RecordParts parts = new RecordParts(model);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("check" + number).addModifiers(Modifier.PRIVATE);
    for (Component component : components) {
      boolean primitive = model.typeName(component.type()).isPrimitive();
      method.addCode(
          primitive && component.presence() == Presence.REQUIRED
              ? CodeBlock.of(
                  "$T.required($L, $L);\n",
                  CodecTypes.IMMUTABLE,
                  component.javaName(),
                  Literals.string(RecordParts.display(component)))
              : parts.check(component, item));
    }
    return method.build();
  }

  private void addDefaults(TypeSpec.Builder type, ClassName builder) {
    DefaultValues defaults = new DefaultValues(model);
    List<Component> given =
        declaration.components().stream().filter(each -> defaults.of(each) != null).toList();
    List<List<Component>> parts = Parts.of(given);
    CodeBlock.Builder all = CodeBlock.builder();
    for (int number = 1; number <= parts.size() && !given.isEmpty(); number++) {
      all.addStatement("startWithDefaults$L()", number);
      CodeBlock.Builder part = CodeBlock.builder();
      for (Component component : parts.get(number - 1)) {
        part.addStatement("$L($L)", component.javaName(), defaults.of(component));
      }
      type.addMethod(
          MethodSpec.methodBuilder("startWithDefaults" + number)
              .addModifiers(Modifier.PRIVATE)
              .addCode(part.build())
              .build());
    }
    type.addMethod(
        MethodSpec.methodBuilder("startWithDefaults")
            .addModifiers(Modifier.PRIVATE)
            .returns(builder)
            .addCode(all.addStatement("return this").build())
            .build());
  }
}
