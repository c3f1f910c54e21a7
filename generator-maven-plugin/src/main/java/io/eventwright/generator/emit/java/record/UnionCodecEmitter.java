package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.type.Declaration.Arm;
import io.eventwright.generator.emit.java.type.Declaration.Discrimination;
import io.eventwright.generator.emit.java.type.Declaration.Union;
import io.eventwright.generator.emit.java.type.Look;
import io.eventwright.generator.emit.java.type.TypeModel;
import java.io.IOException;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The codec of a union: a look at the value decides which arm reads it. */
record UnionCodecEmitter(TypeModel model, Union declaration) {

  private static final CodeBlock PARSER = CodeBlock.of("parser");
  private static final CodeBlock AGAIN = CodeBlock.of("$T.again(value)", CodecTypes.READ);

  TypeSpec.Builder emit(TypeSpec.Builder type) {
    ClassName name = model.name(declaration);
    return type.addSuperinterface(ParameterizedTypeName.get(CodecTypes.CODEC, name))
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethod(
            MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(CodecTypes.PARSER, "parser")
                .addException(IOException.class)
                .returns(name)
                .addCode(readBody(name))
                .build())
        .addMethod(
            MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(name, "value")
                .addParameter(CodecTypes.GENERATOR, "generator")
                .addException(IOException.class)
                .addCode(writeBody(name))
                .build());
  }

  private CodeBlock readBody(ClassName name) {
    Discrimination by = declaration.by();
    if (by instanceof Discrimination.ByType) {
      CodeBlock unknown =
          CodeBlock.of(
              "default -> new $T($T.json(parser));\n",
              name.nestedClass("Unknown"),
              CodecTypes.READ);
      return cases(CodeBlock.of("$T.type(parser)", CodecTypes.READ), name, PARSER, unknown);
    }
    CodeBlock.Builder body =
        CodeBlock.builder()
            .addStatement("$T value = $T.json(parser)", CodecTypes.JSON_VALUE, CodecTypes.READ);
    if (by instanceof Discrimination.ByProperty property) {
      CodeBlock tag =
          CodeBlock.of("$T.tag(value, $L)", CodecTypes.READ, Literals.string(property.wireName()));
      CodeBlock unknown = CodeBlock.of("default -> new $T(value);\n", name.nestedClass("Unknown"));
      return body.add(cases(tag, name, AGAIN, unknown)).build();
    }
    List<List<Look>> looks = ((Discrimination.ByShape) by).looks();
    for (int i = 0; i < looks.size(); i++) {
      body.beginControlFlow("if ($L)", Looks.all(looks.get(i)))
          .addStatement("return $L", readArm(name, declaration.arms().get(i), AGAIN))
          .endControlFlow();
    }
    return body.addStatement("return new $T(value)", name.nestedClass("Unknown")).build();
  }

  private CodeBlock cases(CodeBlock selector, ClassName name, CodeBlock parser, CodeBlock unknown) {
    CodeBlock.Builder body = CodeBlock.builder().add("return switch ($L) {\n$>", selector);
    for (Arm arm : declaration.arms()) {
      List<CodeBlock> labels = arm.keys().stream().map(Literals::string).toList();
      body.add("case $L -> $L;\n", CodeBlock.join(labels, ", "), readArm(name, arm, parser));
    }
    return body.add(unknown).add("$<};\n").build();
  }

  private CodeBlock readArm(ClassName name, Arm arm, CodeBlock parser) {
    CodeBlock value = new Expressions(model).read(arm.type(), parser);
    return arm.wrapper() == null
        ? value
        : CodeBlock.of("new $T($L)", name.nestedClass(arm.wrapper()), value);
  }

  private CodeBlock writeBody(ClassName name) {
    CodeBlock.Builder body = CodeBlock.builder();
    int number = 1;
    for (Arm arm : declaration.arms()) {
      ClassName armClass = new UnionEmitter(model, declaration).armClass(name, arm);
      String variable = "arm" + number++;
      String condition = "if (value instanceof $T $L)";
      if (number == 2) {
        body.beginControlFlow(condition, armClass, variable);
      } else {
        body.nextControlFlow("else " + condition, armClass, variable);
      }
      CodeBlock value =
          arm.wrapper() == null
              ? CodeBlock.of("$L", variable)
              : CodeBlock.of("$L.value()", variable);
      body.addStatement(new Expressions(model).write(arm.type(), value, "generator"));
    }
    return body.nextControlFlow("else")
        .addStatement(
            "$T.json((($T) value).value(), generator)",
            CodecTypes.WRITE,
            name.nestedClass("Unknown"))
        .endControlFlow()
        .build();
  }
}
