package io.eventwright.generator.emit.java.record;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.eventwright.generator.emit.java.type.Declaration;
import io.eventwright.generator.emit.java.type.Declaration.Component;
import io.eventwright.generator.emit.java.type.Declaration.OpenEnum;
import io.eventwright.generator.emit.java.type.Declaration.Presence;
import io.eventwright.generator.emit.java.type.Declaration.TupleRecord;
import io.eventwright.generator.emit.java.type.Declaration.ValueRecord;
import io.eventwright.generator.emit.java.type.Element;
import io.eventwright.generator.emit.java.type.JavaType;
import io.eventwright.generator.emit.java.type.TypeModel;
import java.io.IOException;
import javax.lang.model.element.Modifier;

/** Codecs of what is neither an object nor a union: tuples, wrapped values, enumerations. */
record PlainCodecEmitter(TypeModel model, Declaration declaration) {

  private static final CodeBlock PARSER = CodeBlock.of("parser");
  private static final CodeBlock NEXT = CodeBlock.of("$T.item(parser)", CodecTypes.READ);

  TypeSpec.Builder emit(TypeSpec.Builder type) {
    return type.addSuperinterface(
            ParameterizedTypeName.get(CodecTypes.CODEC, model.name(declaration)))
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build())
        .addMethod(read(model).addCode(readBody()).build())
        .addMethod(write(model).addCode(writeBody()).build());
  }

  private MethodSpec.Builder read(TypeModel types) {
    return MethodSpec.methodBuilder("read")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(CodecTypes.PARSER, "parser")
        .addException(IOException.class)
        .returns(types.name(declaration));
  }

  private MethodSpec.Builder write(TypeModel types) {
    return MethodSpec.methodBuilder("write")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(types.name(declaration), "value")
        .addParameter(CodecTypes.GENERATOR, "generator")
        .addException(IOException.class);
  }

  private CodeBlock readBody() {
    ClassName name = model.name(declaration);
    Expressions expressions = new Expressions(model);
    if (declaration instanceof ValueRecord value) {
      return CodeBlock.of(
          "return new $T($L);\n", name, expressions.read(value.component(), PARSER));
    } else if (declaration instanceof OpenEnum) {
      return CodeBlock.of("return $T.wrapped(parser, $T::new);\n", CodecTypes.READ, name);
    }
    TupleRecord tuple = (TupleRecord) declaration;
    CodeBlock.Builder body =
        CodeBlock.builder().addStatement("$T.startArray(parser)", CodecTypes.READ);
    CodeBlock.Builder arguments = CodeBlock.builder();
    String separator = "";
    for (Component item : tuple.items()) {
      body.addStatement(
          "$T $L = $L", model.componentType(item), item.javaName(), expressions.read(item, NEXT));
      arguments.add(separator + "$L", item.javaName());
      separator = ",$W";
    }
    if (tuple.rest() == null) {
      body.addStatement("$T.endArray(parser)", CodecTypes.READ);
    } else {
      arguments.add(separator + "$L", expressions.rest(tuple.rest().type(), PARSER));
    }
    return body.addStatement("return new $T($L)", name, arguments.build()).build();
  }

  private CodeBlock writeBody() {
    Expressions expressions = new Expressions(model);
    if (declaration instanceof ValueRecord value) {
      return CodeBlock.of("$L;\n", written(value.component()));
    } else if (declaration instanceof OpenEnum) {
      return CodeBlock.of("generator.writeString(value.value());\n");
    }
    TupleRecord tuple = (TupleRecord) declaration;
    CodeBlock.Builder body = CodeBlock.builder().addStatement("generator.writeStartArray()");
    tuple.items().forEach(item -> body.addStatement(written(item)));
    if (tuple.rest() != null) {
      Element item = ((JavaType.ListOf) tuple.rest().type()).element();
      body.addStatement(
          "$T.items(value.$L(), generator, $L)",
          CodecTypes.WRITE,
          tuple.rest().javaName(),
          expressions.writer(item, 1));
    }
    return body.addStatement("generator.writeEndArray()").build();
  }

  private CodeBlock written(Component component) {
    Expressions expressions = new Expressions(model);
    CodeBlock value = CodeBlock.of("value.$L()", component.javaName());
    if (component.presence() == Presence.REQUIRED) {
      return expressions.write(component.type(), value, "generator");
    }
    return CodeBlock.of(
        "$T.nullable($L, generator, $L)",
        CodecTypes.WRITE,
        value,
        expressions.writer(component.type(), 1));
  }
}
