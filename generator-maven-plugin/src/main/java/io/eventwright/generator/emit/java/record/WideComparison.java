package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.Leftover;
import io.eventwright.generator.emit.java.type.Declaration.ObjectRecord;
import io.eventwright.generator.emit.java.type.TypeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** What a record has by itself: {@code equals}, {@code hashCode} and {@code toString}. */
record WideComparison(ObjectRecord declaration, ClassName name) {

  void addTo(TypeSpec.Builder type) {
    List<List<Component>> parts = Parts.of(declaration.components());
    String leftover = declaration.leftover().javaName();
    CodeBlock.Builder same = CodeBlock.builder();
    CodeBlock.Builder hash = CodeBlock.builder().add("$T.hash($L()", Objects.class, leftover);
    CodeBlock.Builder text = CodeBlock.builder();
    List<MethodSpec> helpers = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      int number = i + 1;
      same.add("$W&& same$L(that)", number);
      hash.add(",$Whash$L(this)", number);
      text.addStatement("addTo$L(text)", number);
      helpers.add(same(number, parts.get(i)));
      helpers.add(hash(number, parts.get(i)));
      helpers.add(text(number, parts.get(i)));
    }
    type.addMethod(
        override("equals")
            .addParameter(TypeModel.nullable(ClassName.OBJECT), "other")
            .returns(boolean.class)
            .addStatement("return this == other || other instanceof $T that && equals(that)", name)
            .build());
    type.addMethod(
        MethodSpec.methodBuilder("equals")
            .addModifiers(Modifier.PRIVATE)
            .addParameter(name, "that")
            .returns(boolean.class)
            .addStatement("return $L().equals(that.$L())$L", leftover, leftover, same.build())
            .build());
    type.addMethod(
        override("hashCode").returns(int.class).addStatement("return $L)", hash.build()).build());
    type.addMethod(
        override("toString")
            .addJavadoc("Without what is sensitive.\n")
            .returns(String.class)
            .addStatement(
                "$T text = new $T($S)",
                CodecTypes.MASKED_TEXT,
                CodecTypes.MASKED_TEXT,
                name.simpleName())
            .addCode(text.build())
            .addStatement(
                "return text.$L($S, $L()).toString()", leftoverMethod(), leftover, leftover)
            .build());
    helpers.forEach(type::addMethod);
  }

  private String leftoverMethod() {
    Leftover leftover = declaration.leftover();
    return leftover.element() != null
            && (leftover.element().sensitive() || declaration.header().sensitive())
        ? "mask"
        : "add";
  }

  private static MethodSpec.Builder override(String method) {
    return MethodSpec.methodBuilder(method)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }

  private MethodSpec same(int number, List<Component> components) {
    List<CodeBlock> each =
        components.stream()
            .map(Component::javaName)
            .map(
                java ->
                    CodeBlock.of("$T.equals(values.$L, that.values.$L)", Objects.class, java, java))
            .toList();
    return MethodSpec.methodBuilder("same" + number)
        .addModifiers(Modifier.PRIVATE)
        .addParameter(name, "that")
        .returns(boolean.class)
        .addStatement("return $L", CodeBlock.join(each, "\n&& "))
        .build();
  }

  private MethodSpec hash(int number, List<Component> components) {
    List<CodeBlock> each =
        components.stream().map(c -> CodeBlock.of("it.values.$L", c.javaName())).toList();
    return MethodSpec.methodBuilder("hash" + number)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(name, "it")
        .returns(int.class)
        .addStatement("return $T.hash($L)", Objects.class, CodeBlock.join(each, ",$W"))
        .build();
  }

  private MethodSpec text(int number, List<Component> components) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("addTo" + number)
            .addModifiers(Modifier.PRIVATE)
            .addParameter(CodecTypes.MASKED_TEXT, "text");
    for (Component component : components) {
      boolean hidden = declaration.header().sensitive() || component.sensitive();
      method.addStatement(
          "text.$L($S, values.$L)",
          hidden ? "mask" : "add",
          component.javaName(),
          component.javaName());
    }
    return method.build();
  }
}
